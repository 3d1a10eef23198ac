# Items of road maps in the plan of a day: never by how late they are, always with the date itself.

digest-item =
    { $title }: { $passed ->
        [yes] был { DATE($day, format: "d MMMM") }
       *[no] до { DATE($day, format: "d MMMM") }
    }
digest-late =
    { $name }: { $items ->
        [one] { $items } пункт
        [few] { $items } пункта
       *[many] { $items } пунктов
    }{ $missing ->
        [curator] , куратор школы не назначен
        [municipality] , координатор не назначен
       *[None] {""}
    }
digest-late-district =
    { $name }: { $items ->
        [one] { $items } пункт
        [few] { $items } пункта
       *[many] { $items } пунктов
    }{ $schools ->
        [0] {""}
        [one] {" "}в { $schools } школе
        [few] {" "}в { $schools } школах
       *[many] {" "}в { $schools } школах
    }{ $missing ->
        [curator] , куратор школы не назначен
        [municipality] , координатор не назначен
       *[None] {""}
    }
btn-digest-late = { $name } · { $items }
digest-school-gone = Школа, которой больше нет
digest-region-own = Пункты региона
