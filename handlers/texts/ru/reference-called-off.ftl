# «Актированный день»: schools of a municipality are closed by an act. Declared in a hurry, early in the morning.

btn-menu-called-off = Актированный день
btn-reference-called-off = Актированный день
reference-whose-called_off = Где отменены занятия? Выберите или напишите название района, улуса или города.

called-off =
    <b>Актированные дни: { $place }</b>
    Занятий в школах нет по приказу: мороз, метель, карантин. Срок пунктов, который приходится на такой день, переходит на следующий рабочий день.
called-off-none = За последние две недели и впереди таких дней нет. Чтобы объявить, выберите день.
called-off-line =
    { $undone ->
        [yes] { CAP($day) }: { $reason } (отменён)
       *[no] { CAP($day) }: { $reason }, срок этого дня – до { $due }
    }
btn-called-off-today = Сегодня, { $day }
btn-called-off-tomorrow = Завтра, { $day }
btn-called-off-other = Другой день
btn-called-off-undo = Отменить: { $day }

called-off-ask-day = Какой день объявить? Можно сегодня и две недели вперёд.
called-off-ask-reason =
    { CAP($day) }. Почему нет занятий?
    Выберите или напишите одной строкой, до двухсот букв. Например: приказ управления № 112, мороз −47.
called-off-reason =
    { $reason ->
        [frost] мороз
        [snow] метель
       *[illness] карантин
    }
btn-called-off-reason = { CAP(called-off-reason) }
called-off-check =
    <b>{ $place }</b>
    { $when ->
        [today] Сегодня, { $day }
        [tomorrow] Завтра, { $day }
       *[other] { CAP($day) }
    }, занятий в школах нет: { $reason }.
called-off-due =
    У { $items ->
        [one] { $items } пункта
        [few] { $items } пунктов
       *[many] { $items } пунктов
    }{ $schools ->
        [0] {""}
        [one] {" "}в { $schools } школе
        [few] {" "}в { $schools } школах
       *[many] {" "}в { $schools } школах
    } новый срок – { $due }.
called-off-due-none = Пунктов со сроком в этот день здесь нет.
called-off-consultations =
    { $fall ->
        [0] Очных консультаций в этот день здесь нет.
        [one] Отменится { $fall } очная консультация
        [few] Отменятся { $fall } очные консультации
       *[many] Отменятся { $fall } очных консультаций
    }{ $fall ->
        [0] {""}
       *[other] {" "}({ $people ->
            [0] никто не записан
            [one] записан { $people } человек, сообщу сразу
            [few] записано { $people } человека, сообщу сразу
           *[many] записано { $people } человек, сообщу сразу
        }).
    } { $remote ->
        [0] {""}
        [one] О { $remote } встрече онлайн или по телефону спрошу ведущего.
        [few] О { $remote } встречах онлайн или по телефону спрошу ведущих.
       *[many] О { $remote } встречах онлайн или по телефону спрошу ведущих.
    }
called-off-stands = { $line }.
called-off-past = Этот день уже прошёл. Выберите другой в списке.
btn-called-off-declare = Объявить
called-off-declared = Готово: актированный день – { $day }. Срок этого дня теперь – { $due }.

called-off-ask-undo =
    Отменить актированный день? { $place }
    { $line }
    Срок вернётся на этот день. Отменённые очные консультации вернутся тем, кто ещё свободен.
called-off-undo-today =
    { $today ->
        [one] У { $today } пункта
        [few] У { $today } пунктов
       *[many] У { $today } пунктов
    } срок будет снова сегодня. Кто уже получил план на сегодня, узнает об этом завтра.
called-off-undo-past =
    { $line }.
    Этот день уже прошёл, отменить его нельзя.
btn-called-off-undo-yes = Да, отменить
called-off-undone = Готово: { $day } – больше не актированный день, срок вернулся на него.
