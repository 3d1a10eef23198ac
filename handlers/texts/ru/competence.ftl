# «Темы по предметам»: counts of levels A–D by subject. Levels are told as what is worth renewing; nobody's own is told.

btn-menu-competence = Темы по предметам

competence-places =
    Темы по предметам
    По какой территории показать числа?
competence-places-none = Здесь были бы числа по предметам вашей школы или района, но места с ними у вас сейчас нет. Спросите координатора.
btn-competence-place =
    { $entered ->
        [yes] ✓ { $name }
       *[no] { $name }
    }

competence-head =
    <b>{ $place }</b>
    Темы по предметам, { $year }
competence-basis = { $basis }
competence-basis-own =
    { $sourced ->
        [yes] Внесено { $day } ({ $by }), источник: { $source }.
       *[no] Внесено { $day } ({ $by }).
    }
competence-basis-municipalities =
    { $tables ->
        [one] Сумма по { $tables } муниципалитету из { $of }, последнее внесено { $day } ({ $by }).
        [few] Сумма по { $tables } муниципалитетам из { $of }, последнее внесено { $day } ({ $by }).
       *[many] Сумма по { $tables } муниципалитетам из { $of }, последнее внесено { $day } ({ $by }).
    }
competence-basis-schools =
    { $tables ->
        [one] Сумма по { $tables } школе из { $of }, последнее внесено { $day } ({ $by }).
        [few] Сумма по { $tables } школам из { $of }, последнее внесено { $day } ({ $by }).
       *[many] Сумма по { $tables } школам из { $of }, последнее внесено { $day } ({ $by }).
    }
competence-unit =
    { $level ->
        [school] школа
        [municipality] муниципалитет
       *[region] регион
    }
competence-lines = { $lines }
competence-whole = { $total }
competence-notes = <i>{ $notes }</i>
competence-line =
    <b>{ CAP($subject) }</b>, { $positions }: { $counts }{ $left ->
        [0] {""}
        [one] {" "}(ещё { $left } таблица не вошла: меньше { $few })
        [few] {" "}(ещё { $left } таблицы не вошли: меньше { $few })
       *[many] {" "}(ещё { $left } таблиц не вошло: меньше { $few })
    }
competence-line-untold = <b>{ CAP($subject) }</b>: { $untold }
competence-counts = A { $a } ({ $a_share } %) · B { $b } ({ $b_share } %) · C { $c } ({ $c_share } %) · D { $d } ({ $d_share } %)
competence-few = меньше { $few }
competence-withheld = не показаны
competence-total = <b>Всего</b>, { $positions }: { $counts }
competence-people =
    { $people ->
        [one] Это { $people } человек.
        [few] Это { $people } человека.
       *[many] Это { $people } человек.
    }
competence-sentence = Из { $positions }: обновлять темы не нужно в { $none }, уточнить мелочи в { $minor }, есть темы, которые стоит обновить, в { $renew } ({ $share } %).
competence-positions-note = Считаем предмето-позиции, а не людей: учитель двух предметов посчитан дважды.
competence-few-note = Где позиций меньше { $few }, чисел не показываем, и в суммы они не входят.
competence-withheld-note = «Не показаны» стоит там, где у соседней школы числа малы: вместе с итогом муниципалитета их было бы легко вычислить.
competence-empty = Чисел за этот год пока нет. Внесите их по предметам или загрузите таблицей.
competence-empty-reader = Чисел за этот год пока нет. Их вносят координатор, методист или директор школы. Посмотрите другой год.
btn-competence-enter = Внести или исправить
btn-competence-load = Загрузить таблицу
btn-competence-schools = Школы
btn-competence-units = Муниципалитеты
btn-competence-years = Другой год
btn-competence-table = Excel
btn-competence-picture = Картинка
btn-competence-levels = Что значат A, B, C, D

competence-inside =
    <b>{ $place }</b>, { $year }
    Числа есть: { $entered } из { $of }. Они отмечены ✓.
competence-years =
    <b>{ $place }</b>
    Сейчас показан { $year }. Какой учебный год открыть? Где числа есть, стоит ✓.
btn-competence-year =
    { $entered ->
        [yes] ✓ { $year }
       *[no] { $year }
    }
competence-levels =
    Что значат буквы
    A — стоит обновить многие темы предмета
    B — стоит обновить отдельные темы
    C — остались мелочи
    D — обновлять нечего
    Доля считается от всех позиций предмета, «стоит обновить» — это A и B вместе. Людей и их уровней здесь нет, только числа.
    Если позиций меньше { $few }, числа видят тот, кто их внёс, сама школа и куратор школы. В суммы для остальных они не входят, а числа других школ по этому предмету остальным не показаны, если есть итог муниципалитета.
competence-levels-official = В документах: A — системные, B — локальные, C — несущественные, D — нет.

# Entering
competence-subjects =
    <b>{ $place }</b>, { $year }
    По какому предмету внести числа? Внесено предметов: { $entered }, они отмечены ✓.
btn-competence-subject =
    { $entered ->
        [yes] ✓ { CAP($name) }
       *[no] { CAP($name) }
    }
btn-competence-people = Сколько человек всего
btn-competence-done = Готово
competence-numbers-head =
    <b>{ CAP($subject) }</b>
    { $place }, { $year }
competence-numbers-now = Сейчас: { $now }
competence-numbers =
    Напишите четыре числа через пробел: A, B, C, D. Например: 8 16 12 0
    Можно и по одному, начните с A. Имён, пожалуйста, не пишите.
competence-numbers-next = Уже есть: { $got }. Теперь { $next }.
btn-competence-anew = Исправить числа
btn-competence-drop = Убрать предмет
competence-check =
    Сохранить?
    <b>{ CAP($subject) }</b>
    { $place }, { $year }
    { $counts }
    Всего предмето-позиций: { $positions }
btn-competence-keep = Сохранить
competence-kept = { CAP($subject) }: сохранено.
competence-drop =
    Убрать из таблицы?
    <b>{ CAP($subject) }</b>
    { $place }, { $year }
btn-competence-drop-sure = Да, убрать
competence-dropped = { CAP($subject) }: убрано.
competence-people-ask =
    <b>{ $place }</b>, { $year }
    Сколько учителей посчитано всего, каждый один раз? Напишите число. Можно не отвечать.
competence-people-now = Сейчас: { $people }
btn-competence-people-forget = Убрать число
competence-people-kept = Сохранено.

# Files
competence-file = { $place }: темы по предметам, { $year }
competence-caption =
    { $title }
    { $total }
competence-picture = { $title }
competence-sheet = Темы по предметам
competence-sheet-inside = По территориям
competence-column-subject = Предмет
competence-column-positions = Позиций
competence-column-share = { $level }, %
competence-column-place = Где
competence-column-total = Всего
competence-column-people = Человек
competence-partly =
    { $left ->
        [one] { $subject } (без { $left } таблицы, где меньше { $few })
        [few] { $subject } (без { $left } таблиц, где меньше { $few })
       *[many] { $subject } (без { $left } таблиц, где меньше { $few })
    }
competence-share = { $share }
competence-cell = { $count } ({ $share } %)
competence-row = { CAP($subject) }, { $positions }
competence-row-few = { CAP($subject) }
competence-drawn = Составлено { $day }
competence-level =
    { $level ->
        [a] A: многие темы
        [b] B: отдельные темы
        [c] C: мелочи
       *[d] D: обновлять нечего
    }
