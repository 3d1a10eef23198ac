# Plans as people look at them: one's own items, plans, how far they are, days moved at once, programmes.

btn-menu-plan = План школы
btn-menu-plan-count = План школы ({ $count } скоро срок)
btn-menu-plans = Планы
btn-menu-body = Мои пункты
btn-menu-body-count = Мои пункты ({ $count } скоро срок)
menu-late =
    Срок прошёл: { $items ->
        [one] { $items } пункт
        [few] { $items } пункта
       *[many] { $items } пунктов
    }{ $schools ->
        [0] {""}
        [one] {" "}в { $schools } школе
        [few] {" "}в { $schools } школах
       *[many] {" "}в { $schools } школах
    }.
command-roadmap = План школы и сроки

# Words of one item
plan-state-soon = до { DATE($day, format: "d MMMM") }
plan-state-later = до { DATE($day, format: "d MMMM y") }
plan-state-passed = срок прошёл { DATE($day, format: "d MMMM") }
plan-state-review = на проверке
plan-state-done = сделано
plan-state-undated = без срока
plan-state-dropped = убран из плана
plan-undated = без срока
plan-window = { DATE($first, format: "d MMMM y") } – { DATE($last, format: "d MMMM y") }
plan-recurs =
    { $state }, { $how ->
        [weekly] еженедельно
        [monthly] ежемесячно
        [quarterly] ежеквартально
       *[subject-day] по методическим дням
    }
plan-until = до { DATE($day, format: "d MMMM y") }
plan-day = { DATE($day, format: "d MMMM y") }
plan-row = { $number }. { $title }: { $state }
plan-numbered = { $number }. { $title }
plan-entry =
    { $name }: { $state }{ $level ->
        [region] , пункт региона
        [municipality] , пункт муниципалитета
       *[school] {""}
    }
plan-several-windows = { $line } ({ $days })
plan-lines = { $lines }
btn-plan-item = { $number }. { $what }

# How far it is
plan-counts =
    Сделано { $done } из { $total } ({ $percent } %)
    На проверке: { $review }. Срок прошёл: { $passed }. Без срока: { $undated }.
plan-counts-none = Пунктов здесь нет: считать пока нечего.
plan-done = Сделано { $done } из { $total } ({ $percent } %)
plan-share =
    { $name }: { $done } из { $total } ({ $percent } %){ $review ->
        [0] {""}
       *[other] , на проверке: { $review }
    }{ $passed ->
        [0] {""}
       *[other] , срок прошёл: { $passed }
    }{ $undated ->
        [0] {""}
       *[other] , без срока: { $undated }
    }
plan-share-none = { $name }: пунктов нет
plan-own-region = Пункты региона
plan-own-municipality = Пункты муниципалитета
plan-no-data = нет данных

# One's own items
plan-mine =
    <b>Мои пункты</b>
    { $counts }
plan-mine-title = Мои пункты
plan-mine-empty =
    Ваших пунктов пока нет.
    Они появятся, когда координатор загрузит план или начнёт программу: я сразу покажу их здесь.
plan-mine-nothing =
    { $chip ->
        [soon] Пунктов, у которых скоро срок, сейчас нет. Нажмите «Все».
        [passed] Пунктов, у которых прошёл срок, нет. Нажмите «Все».
        [review] На проверке сейчас ничего нет. Откройте пункт и отправьте результат.
        [done] Сделанных пунктов пока нет. Откройте пункт и отправьте результат.
       *[undated] Пунктов без срока нет. Нажмите «Все».
    }
btn-plan-chip =
    { $chosen ->
        [yes] ✓ { btn-plan-chip-name } ({ $count })
       *[no] { btn-plan-chip-name } ({ $count })
    }
btn-plan-chip-name =
    { $chip ->
        [soon] Скоро срок
        [passed] Срок прошёл
        [review] На проверке
        [done] Сделано
        [undated] Без срока
       *[all] Все
    }
btn-plan-table = Таблица Excel
btn-plan-paper = Для печати

# Plans
plans =
    <b>Планы</b>
    Всего: { $total }
plans-empty =
    Планов пока нет.
    Загрузите готовый план («Загрузить таблицу» в меню «Ещё») или начните программу: у неё уже есть шаги.
plans-empty-helper =
    Планов пока нет.
    Они появятся, когда координатор загрузит план или начнёт программу для ваших школ.
plan-line = { $number }. { $share }
plan-head =
    <b>{ $title }</b>
    { $counts }
plan-empty = В плане пока нет пунктов. Нажмите «Добавить пункт».
plan-nothing = Пунктов здесь нет.
plan-parts =
    Исполнителей: { $total }
    { $lines }
btn-plans = К планам
btn-plan-all = Все планы
btn-plan-owner-all = Все пункты ({ $total })
plan-owner-late = Здесь то, у чего прошёл срок.
btn-plan-open = Открыть план
btn-plan-progress = Ход выполнения
btn-plan-mine = Мои пункты
btn-plan-pair = План взаимодействия
btn-plan-start = Начать программу
btn-plan-shifts = Сдвиги сроков
btn-plan-shift = Сдвинуть сроки
btn-plan-add = Добавить пункт
btn-plan-date = Назначить срок
btn-plan-drop = Убрать пункт
btn-plan-whole = Карточка пункта
btn-plan-share = { $name }

# Progress
plan-progress =
    <b>Ход выполнения: { $title }</b>
    { $counts }
    { $one ->
        [yes] Считаются пункты этого плана, сделанные среди всех, что не убраны.
       *[no] Считаются пункты всех планов, сделанные среди всех, что не убраны.
    }
plan-progress-all = всё, что вы видите
plan-progress-file = Ход выполнения: { $where }
plan-owner-file = План: { $where }
plan-medk-line = { $medk }
plan-medk =
    Шаги в МЭДК (системе 500+): { $done } из { $total }, { $turn ->
        [school] ждём школу
       *[reviewer] { $reviewer ->
            [curator] ждём куратора школы
            [municipality] ждём координатора района или улуса
            [region] ждём регионального координатора
           *[none] ждём администратора
        }
    }
    Следующий шаг: { $number }. { $title }
plan-medk-done = Шаги в МЭДК (системе 500+): { $done } из { $total }, всё сделано

# Tables and paper
plan-column-number = №
plan-column-title = Что сделать
plan-column-owner = Где
plan-column-period = Срок, как в плане
plan-column-first = Начало
plan-column-last = Последний день
plan-column-when = Срок
plan-column-bodies = Кто отвечает
plan-column-result = Результат
plan-column-state = Состояние
plan-column-name = Где
plan-column-unit = Район или улус
plan-column-done = Сделано
plan-column-total = Всего
plan-column-percent = Доля
plan-column-review = На проверке
plan-column-passed = Срок прошёл
plan-column-undated = Без срока
plan-column-total-row = Всего
plan-file-sheet = План
plan-file-schools = По школам
plan-file-table =
    { $title }
    { $counts }
plan-file-paper = { $title }
plan-paper-title = План школы
plan-paper-long =
    { $most ->
        [one] На бумагу помещается план до { $most } пункта. Откройте «Ход выполнения» и выберите район, улус или школу.
        [few] На бумагу помещается план до { $most } пунктов. Откройте «Ход выполнения» и выберите район, улус или школу.
       *[many] На бумагу помещается план до { $most } пунктов. Откройте «Ход выполнения» и выберите район, улус или школу.
    }
plan-paper-day = На { $day }
plan-paper-foot = Страница { $page } из { $pages }

# Days of many items moved at once
plan-shifts =
    <b>Сдвиги сроков</b>
    { $lines }
plan-shifts-empty =
    Сроки пока не сдвигали.
    Если перенеслась дата проекта или закрылась дорога, сдвиньте сроки сразу многих пунктов.
plan-shift-line =
    { DATE($day, format: "d MMMM") }, { $place }: { $items ->
        [one] { $items } пункт
        [few] { $items } пункта
       *[many] { $items } пунктов
    } на { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } { $back ->
        [yes] раньше
       *[no] позже
    }. Причина: { $reason }{ $undone ->
        [yes] {" "}(возвращено)
       *[no] {""}
    }
btn-plan-shift-row = { $number }. Сдвиг { DATE($day, format: "d MMMM") }
plan-shift-one = { $line }
plan-shift-where = Где сдвинуть сроки?
plan-start-where = Для какой территории начать программу?
btn-plan-one-municipality = Один район или улус
plan-shift-plan = Сроки какого плана сдвинуть?
btn-plan-shift-all = Всех планов
plan-shift-all = Все планы
plan-shift-days =
    На сколько дней?
    Выберите или напишите число. Чтобы сделать раньше, поставьте минус: -3. { $most ->
        [one] Не больше чем на { $most } день.
        [few] Не больше чем на { $most } дня.
       *[many] Не больше чем на { $most } дней.
    }
plan-shift-days-unclear =
    Здесь нужно число дней, не ноль, например 10 или -3. { $most ->
        [one] Не больше чем { $most } день.
        [few] Не больше чем { $most } дня.
       *[many] Не больше чем { $most } дней.
    }
btn-plan-days =
    { $back ->
        [yes] Раньше на { $days ->
            [one] { $days } день
            [few] { $days } дня
           *[many] { $days } дней
        }
       *[no] Позже на { $days ->
            [one] { $days } день
            [few] { $days } дня
           *[many] { $days } дней
        }
    }
plan-shift-reason =
    Почему? Напишите одной строкой, до трёхсот букв: причина останется в списке сдвигов.
    Имён детей, пожалуйста, не пишите.
plan-shift-check =
    <b>Сдвиг на { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } { $back ->
        [yes] раньше
       *[no] позже
    }</b>
    Где: { $where }
    План: { $plan }
    Причина: { $reason }
plan-shift-affected =
    { $items ->
        [one] Сдвинется { $items } пункт
        [few] Сдвинутся { $items } пункта
       *[many] Сдвинутся { $items } пунктов
    }{ $schools ->
        [0] {""}
        [one] {" "}в { $schools } школе
        [few] {" "}в { $schools } школах
       *[many] {" "}в { $schools } школах
    }:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
plan-shift-row =
    { $number }. { $title }: { DATE($before, format: "d MMMM y") } → { DATE($after, format: "d MMMM y") }{ $put_off ->
        [yes] {" "}(перенесён актированным днём, сдвиг считается от { DATE($planned, format: "d MMMM") })
       *[no] {""}
    }
plan-shift-ending =
    { $ending ->
        [one] У { $ending } пункта новый срок уже прошёл: напоминаний о нём не будет.
        [few] У { $ending } пунктов новый срок уже прошёл: напоминаний о них не будет.
       *[many] У { $ending } пунктов новый срок уже прошёл: напоминаний о них не будет.
    }
plan-shift-empty = Сдвигать нечего: открытых пунктов, у которых впереди срок, здесь нет.
btn-plan-shift-confirm = Сдвинуть ({ $items })
btn-plan-shift-passed = И те, где срок прошёл
btn-plan-shift-open = Только те, где срок впереди
plan-shift-nothing = Пока вы смотрели, всё изменилось: сдвигать больше нечего.
plan-shift-done =
    { $items ->
        [one] Сдвинут { $items } пункт
        [few] Сдвинуты { $items } пункта
       *[many] Сдвинуто { $items } пунктов
    } на { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } { $back ->
        [yes] раньше
       *[no] позже
    }.
    Вернуть как было можно в течение семи дней.
btn-plan-shift-undo = Вернуть как было
plan-shift-undone =
    Сроки вернулись: { $back ->
        [one] { $back } пункт.
        [few] { $back } пункта.
       *[many] { $back } пунктов.
    }{ $kept ->
        [0] {""}
        [one] {" "}Не вернули { $kept } пункт: его изменили после сдвига.
        [few] {" "}Не вернули { $kept } пункта: их изменили после сдвига.
       *[many] {" "}Не вернули { $kept } пунктов: их изменили после сдвига.
    }

# Programmes
plan-start =
    <b>Начать программу</b>
    Школы получат её шаги как пункты плана, пока без сроков. Какая программа?
plan-start-schools =
    <b>{ $title }</b>
    { $steps ->
        [one] { $steps } шаг
        [few] { $steps } шага
       *[many] { $steps } шагов
    }. Школ проекта, у которых её ещё нет: { $total }{ $already ->
        [0] {""}
       *[other] , уже есть: { $already }
    }.
    Начните сразу для всех или отметьте школы.
plan-start-none =
    { $already ->
        [0] Школ проекта в списке этого года здесь нет. Загрузите список: «Загрузить таблицу» в меню «Ещё».
       *[other] У всех школ проекта эта программа уже есть. Школ: { $already }.
    }
btn-plan-tick =
    { $chosen ->
        [yes] ✓ { $name }
       *[no] { $name }
    }
btn-plan-start-all = Начать для всех ({ $total })
btn-plan-start-chosen = Начать для школ ({ $chosen })
plan-start-nobody = Пока вы смотрели, всё изменилось: у этих школ программа уже есть.
plan-start-done =
    Программа «{ $title }» началась { $schools ->
        [one] в { $schools } школе.
        [few] в { $schools } школах.
       *[many] в { $schools } школах.
    }
    Пункты уже видны директорам. Сроков у них пока нет.

# One item more or less
plan-add-title =
    Что нужно сделать? Одной строкой.
    Имён и оценок детей, пожалуйста, не пишите.
plan-add-period =
    { $title }
    Когда? Напишите как в плане: «до 20 декабря», «октябрь», «март–май».
btn-plan-undated = Без срока
plan-add-unread =
    «{ $typed }» не получилось понять. Напишите иначе, например «до 20 декабря» или «октябрь», или нажмите «Без срока».
plan-add-reading =
    «{ $typed }»: { $one ->
        [yes] правильно понимаю? Если да, нажмите на даты.
       *[no] это можно понять по-разному. Что вы имели в виду?
    }
btn-plan-reading = { $days }
plan-added = Добавлено: { $title }
plan-date =
    Какому пункту назначить срок?
    { $lines }
btn-plan-reviewer = Кто подтверждает
plan-reviewer =
    Для какого пункта сказать, кто подтверждает?
    { $lines }
plan-reviewer-none = Открытых пунктов здесь нет: сказать, кто подтверждает, можно только для них.
plan-reviewer-level =
    { $line }
    Кто подтверждает? Обычно это куратор школы, для пунктов района или улуса его координатор, для пунктов региона региональный координатор.
btn-plan-reviewer-level =
    { $chosen ->
        [yes] ✓ { plan-reviewer-who }
       *[no] { plan-reviewer-who }
    }
plan-reviewer-who =
    { $level ->
        [municipality] Координатор района, улуса
        [region] Региональный координатор
       *[usual] Как обычно
    }
plan-reviewer-named =
    { $title }. Подтверждает: { $level ->
        [municipality] координатор района или улуса
        [region] региональный координатор
       *[usual] как обычно
    }. { $count ->
        [one] Это касается { $count } исполнителя.
        [few] Это касается { $count } исполнителей.
       *[many] Это касается { $count } исполнителей.
    }
plan-date-none = Открытых пунктов здесь нет: срок получают только они.
plan-date-period =
    { $line }
    Когда? Напишите как в плане: «до 20 декабря», «октябрь», «март–май». Исполнители получат тот же срок.
plan-dated = Срок назначен: { $title }. Исполнителей: { $count }.
plan-drop =
    Какой пункт убрать из плана?
    { $lines }
plan-drop-none = Убрать нечего: остались только подтверждённые пункты.
plan-drop-sure =
    Убрать из плана?
    { $line }{ $parts ->
        [0] {""}
       *[other] {" "}(вместе с пунктами исполнителей: { $parts })
    }
    Напоминаний больше не будет. Всё, что уже отправили, сохранится.
btn-plan-drop-sure = Да, убрать
plan-dropped = Убрано из плана: { $title }
