# Results of procedures, clusters, thresholds. A school is told its numbers beside its own past, never a place among others.

btn-menu-results = Результаты
results-by-lead = Результаты школы открывают её директор и завуч, куратор школы и координаторы. Для вас: консультации и материалы.

# Words of screens and tables
results-procedure =
    { $kind ->
        [vpr] ВПР, { $subject }, { $grade } класс
        [oge] ОГЭ, { $subject }
       *[ege]
            { $level ->
                [base] ЕГЭ, { $subject }, база
                [profile] ЕГЭ, { $subject }, профиль
               *[single] ЕГЭ, { $subject }
            }
    }
results-state =
    { $state ->
        [hidden] меньше { $few } участников
        [no-procedure] нет процедуры
        [not-applicable] не применимо
       *[no-data] нет данных
    }
results-share = { $share } %
results-points =
    { $sign ->
        [up] +{ $points }
        [down] −{ $points }
       *[same] { $points }
    }
results-biased = признаки необъективности
results-cluster =
    { $cluster ->
        [strong] сильно (кластер 3)
        [medium] умеренно (кластер 2)
        [base] базово (кластер 1)
        [out] вне списка
       *[none] нет данных
    }
results-cluster-number = кластер { $rank }
results-pair = { $below } из { $participants }
results-shown = { $pair } ({ $share })
results-column =
    { $column ->
        [municipality] Муниципалитет
        [school] Школа
        [procedure] Процедура
        [year] Учебный год
        [participants] Писали
        [below] Ниже минимума
        [share] Доля
        [change] Изменение, п. п.
        [near] В муниципалитете
        [region] В регионе
        [bias] Признаки необъективности
        [cluster] Кластер
       *[source] Источник
    }

# Which school
results-units =
    Результаты. Районы и улусы: { $total }
    Выберите или напишите название. Школу тоже можно написать: номер, имя или село.
results-schools-none = Школ здесь пока нет. Список загружает координатор: «Загрузить таблицу» в меню «Ещё».
results-schools =
    Результаты. Школы: { $total }
    Чтобы найти, напишите номер, имя или село.
    { $lines }
results-school = { $number }. { $school }: внесены { $entered } из { $due }
results-found = Подходят несколько школ: «{ $typed }». Выберите или напишите иначе.
btn-results-summary = Сводка

# A school
results-head =
    <b>{ $school }</b>, { $unit }
    Результаты за { $year }: сколько не преодолели минимум из тех, кто писал
results-lines = { $lines }
results-rest = { $missing }
results-say = { $verdict }
results-line = <b>{ $procedure }</b>: { $facts }
results-before = было { $before }
results-change =
    { $trend ->
        [same] как в прошлом году
       *[other] { $points } п. п. к прошлому году
    }
results-line-biased = · признаки необъективности: в сравнение не входит
results-line-averages = <i>· { $averages }</i>
results-average =
    { $schools ->
        [one] { $name } { $share } (по { $schools } школе)
        [few] { $name } { $share } (по { $schools } школам)
       *[many] { $name } { $share } (по { $schools } школам)
    }
results-region = регион
results-ege-not-applicable = ЕГЭ: не применимо, в школе его нет
results-entered = За три года внесены { $entered } из { $due }.
results-missing = Нет данных за { $year }: { $names }.
results-missing-others = За другие годы не внесено: { $count }.
results-empty = За { $year } пока ничего не внесено. Нажмите «Внести результаты»: я спрошу по одной процедуре.
results-empty-reader = За { $year } пока ничего не внесено. Результаты вносят директор школы или координатор.
results-verdict =
    { $outcome ->
        [reached] <i>Ориентировочно, по профилю «{ $profile }», за { $year }:</i> порог достигнут, доля не ниже { $share } в { $low ->
            [one] { $low } процедуре
            [few] { $low } процедурах
           *[many] { $low } процедурах
        } из { $counted }.
        [not-reached] <i>Ориентировочно, по профилю «{ $profile }», за { $year }:</i> порог не достигнут, доля не ниже { $share } в { $low ->
            [one] { $low } процедуре
            [few] { $low } процедурах
           *[many] { $low } процедурах
        } из { $counted }.
        [told] <i>Ориентировочно, по профилю «{ $profile }», за { $year }:</i> доля не ниже { $share } в { $low ->
            [one] { $low } процедуре
            [few] { $low } процедурах
           *[many] { $low } процедурах
        } из { $counted }.
       *[no-data] <i>Ориентировочно, по профилю «{ $profile }», за { $year }:</i> данных для вывода пока мало.
    }
results-decides =
    { $outcome ->
        [told] Вывода этот профиль не делает, решение принимает регион.
       *[other] Решение принимает регион.
    }
results-low = Это: { $names }.
results-repeated =
    { $years ->
        [one] Из них { $years } год: { $names }.
        [few] Из них { $years } года подряд: { $names }.
       *[many] Из них { $years } лет подряд: { $names }.
    }
results-hidden =
    { $count ->
        [one] Не учтена { $count } процедура, где участников меньше { $few }.
        [few] Не учтены { $count } процедуры, где участников меньше { $few }.
       *[many] Не учтено { $count } процедур, где участников меньше { $few }.
    }
btn-results-enter = Внести результаты
btn-results-cells = Исправить одно
btn-results-years = Другой год
btn-results-clusters = Кластеры по годам
btn-results-table = Excel
btn-results-no-ege = В школе нет ЕГЭ
btn-results-ege = В школе есть ЕГЭ
results-years =
    <b>{ $school }</b>
    За какой учебный год показать?
btn-results-year = { $year } · внесены { $entered } из { $due }
results-ege-ask =
    { $without ->
        [yes]
            <b>{ $school }</b>
            Сейчас отмечено: ЕГЭ в школе нет, процедур шесть. Если старшие классы есть, их станет девять.
       *[no]
            <b>{ $school }</b>
            Если в школе только девять классов, процедур останется шесть. Внесённые результаты ЕГЭ сохранятся.
    }
btn-results-no-ege-sure = Да, ЕГЭ нет
btn-results-ege-sure = Да, ЕГЭ есть
results-ege-kept = Готово.

# One value
results-cells =
    Что исправить за { $year }? Внесённое отмечено ✓.
btn-results-procedure =
    { $entered ->
        [yes] ✓ { $name }
       *[no] { $name }
    }
results-cell =
    <b>{ $procedure }</b>, { $year }
    Сейчас: { $now }
results-cell-source = Источник: { $source }
btn-results-correct = Внести другие числа
btn-results-mark = Отметить необъективность
btn-results-unmark = Снять отметку
btn-results-drop = Убрать значение
btn-results-drop-sure = Да, убрать
results-drop =
    Убрать значение?
    <b>{ $procedure }</b>, { $year }
    Сейчас: { $now }
results-dropped = { $procedure }: убрано.
results-marked =
    { $marked ->
        [yes] Отмечено. Это число видно, но в средние и сравнения не входит.
       *[no] Отметка снята.
    }

# Numbers by hand
results-entry-year =
    <b>{ $school }</b>
    За какой учебный год внести результаты?
results-numbers-head = <b>{ $procedure }</b>, { $year }
results-numbers-now = Сейчас записано: { $now }
results-numbers-typed = Вы ввели: { $typed }. Чтобы исправить, напишите числа ещё раз.
results-numbers = Сколько писали и сколько не преодолели минимум? Например: 31 4
results-numbers-second =
    { $half ->
        [one] Писал { $half }. Сколько не преодолели минимум? Если ни одного, напишите 0.
        [few] Писали { $half }. Сколько из них не преодолели минимум? Если ни одного, напишите 0.
       *[many] Писали { $half }. Сколько из них не преодолели минимум? Если ни одного, напишите 0.
    }
btn-results-next = Дальше
btn-results-none = Процедуры не было
btn-results-forget = Не вносить
btn-results-skip = Пропустить
results-source = Откуда эти числа? Выберите или напишите одной строкой. Имён, пожалуйста, не пишите.
btn-results-source =
    { $source ->
        [system] ФИС ОКО
        [protocols] Протоколы экзаменов
       *[school] Данные школы
    }
results-check =
    Записать?
    <b>{ $school }</b>, { $year }
    { $lines }
    Источник: { $source }
results-check-none = Пока не введено ни одного числа, записывать нечего. Вернитесь и введите хотя бы одно.
btn-results-keep = Записать
btn-results-fix = Исправить
btn-results-other-source = Другой источник
results-fix = Что исправить за { $year }?
results-kept =
    { $count ->
        [one] Записан { $count } результат.
        [few] Записаны { $count } результата.
       *[many] Записано { $count } результатов.
    }

# Clusters
results-clusters =
    <b>{ $school }</b>
    Кластеры по годам. Их присваивают документами, бот их не считает.
results-cluster-line =
    { $sourced ->
        [yes] { $year }: { $cluster }, { $source }. { results-dynamics }
       *[no] { $year }: { $cluster }. { results-dynamics }
    }
results-dynamics =
    { $dynamics ->
        [positive] Положительная динамика
        [negative] Отрицательная динамика
        [neutral] Без изменений
       *[no-comparison] Нет сравнения с прошлым годом
    }
results-cluster-earlier = { $year }: { $cluster }, { $source }
results-clusters-empty = Кластеров пока никто не внёс. Внесите по документу или загрузите таблицей.
results-clusters-empty-reader = Кластеров пока никто не внёс. Их вносит координатор.
btn-results-cluster = Внести кластер
results-cluster-year =
    <b>{ $school }</b>
    За какой учебный год внести кластер?
results-cluster-which =
    <b>{ $school }</b>, { $year }
    Какой кластер назван в документе?
btn-results-cluster-name = { CAP($name) }
results-cluster-source =
    <b>{ $school }</b>, { $year }: { $cluster }
    Какой это документ? Напишите название, дату и номер одной строкой.
results-cluster-check =
    Записать?
    <b>{ $school }</b>, { $year }: { $cluster }
results-cluster-kept = Записано.

# A territory
results-scopes = По какой территории показать сводку?
btn-results-scope = { $name }
results-summary =
    <b>{ $place }</b>
    Результаты за { $year }
    Внесены { $entered } из { $due }. Школ: { $schools }, всё внесено у { $whole }.
results-summary-averages = Сколько не преодолели минимум, в среднем:
results-summary-average =
    { $schools ->
        [one] { $procedure }: { $share } (по { $schools } школе)
        [few] { $procedure }: { $share } (по { $schools } школам)
       *[many] { $procedure }: { $share } (по { $schools } школам)
    }
results-summary-few = По другим процедурам средних нет: нужно не меньше { $schools } школ, где писали хотя бы { $few } человек.
results-summary-no-averages = Средних пока нет: нужно не меньше { $schools } школ, где писали хотя бы { $few } человек.
results-summary-empty = За этот год пока ничего не внесено. Загрузите таблицу в меню или выберите другой год.
results-moves = Кластеры, { $year } к прошлому году. Динамика положительная: { $positive }, отрицательная: { $negative }, без изменений: { $neutral }, нет сравнения: { $no_comparison }.
results-moves-none = Кластеры за { $year } и прошлый год не внесены, сравнить нечего.
btn-results-over = Пороги: число школ
results-summary-years =
    <b>{ $place }</b>
    Сейчас показан { $year }. За какой учебный год показать?
results-over =
    <b>{ $place }</b>, { $year }
    Ориентировочно, по профилю «{ $profile }». Решение принимает регион.
    { $asks }
results-over-counts =
    Школ, где порог достигнут: { $reached }, не достигнут: { $not_reached }, данных мало: { $no_data }.
results-over-listed = Ниже те, где достигнут, по номерам и названиям.
results-over-seen = Там, где участников меньше { $few }, числа учтены, только если они вам видны.
results-over-told = Вывода профиль не делает. Школ с числами: { $told }.

# Files
results-file-school = { $school }: результаты
results-file-scope = { $place }: результаты, { $year }
results-caption = { $title }

# Thresholds
btn-reference-thresholds = Пороги
thresholds-region = Пороги какого региона показать?
thresholds-all =
    <b>Пороги</b>
    { $place }
    Текст приказа № 847 подтвердить не удалось, поэтому все профили ориентировочные. Действующий отмечен ✓: по нему бот считает, решение принимает регион.
    { $lines }
thresholds-line =
    { $active ->
        [yes] ✓ { $number }. <b>{ $title }</b> ({ $source }; { $day })
       *[no] { $number }. <b>{ $title }</b> ({ $source }; { $day })
    }
btn-thresholds-one =
    { $active ->
        [yes] ✓ { $number }. { $title }
       *[no] { $number }. { $title }
    }
btn-thresholds-add = Добавить свой
thresholds-one =
    <b>{ $title }</b>
    Источник: { $source }, { $day }
    { $asks }
    { $active ->
        [yes] Этот профиль действует сейчас. Выводы по нему ориентировочные.
       *[no] Сейчас действует другой профиль.
    }
btn-thresholds-choose = Сделать действующим
btn-thresholds-change = Изменить
thresholds-choose =
    Сделать действующим?
    <b>{ $title }</b>
    Выводы по всем школам региона сразу будут по нему. Они остаются ориентировочными.
btn-thresholds-choose-sure = Да, по нему
thresholds-chosen = Готово, теперь действует этот профиль.
thresholds-low = В счёт идут процедуры, где минимум не преодолели { $share } участников или больше.
thresholds-many =
    { $procedures ->
        [one] Первое условие: за год таких не меньше { $procedures } процедуры.
        [few] Первое условие: за год таких не меньше { $procedures } процедур.
       *[many] Первое условие: за год таких не меньше { $procedures } процедур.
    }
thresholds-again =
    { $years ->
        [one] Второе условие: такая процедура есть в этом году.
        [few] Второе условие: одна и та же процедура { $years } года подряд.
       *[many] Второе условие: одна и та же процедура { $years } лет подряд.
    }
thresholds-combine =
    { $combine ->
        [and] Порог достигнут, когда верны оба условия.
        [or] Порог достигнут, когда верно любое из условий.
       *[info] Вывода нет, показываются только числа.
    }
thresholds-minimum =
    { $minimum ->
        [one] Процедуры, где писали меньше { $minimum } участника, не считаются.
        [few] Процедуры, где писали меньше { $minimum } участников, не считаются.
       *[many] Процедуры, где писали меньше { $minimum } участников, не считаются.
    }
thresholds-ask-title = Как назвать профиль? Например: «Наш регион, 2026»
thresholds-ask-source = Какой документ его задаёт? Напишите одной строкой.
thresholds-ask-dated = Дата документа? Например: 01.09.2026
thresholds-ask-share = С какой доли не преодолевших минимум процедура идёт в счёт? В процентах, от 0,1 до 100. Например: 30
thresholds-ask-procedures = Сколько таких процедур за год нужно? Напишите число от 1 до 9.
thresholds-ask-years = Сколько лет подряд нужно у одной и той же процедуры?
btn-thresholds-years = { $years }
thresholds-ask-combine = Как читать «а также» между двумя условиями?
btn-thresholds-combine =
    { $combine ->
        [and] Нужны оба условия
        [or] Хватит любого
       *[info] Только числа, без вывода
    }
thresholds-ask-minimum = Со скольких участников считать процедуру? Напишите число или нажмите «Считать все».
btn-thresholds-no-minimum = Считать все
thresholds-check =
    Записать?
    <b>{ $title }</b>
    Источник: { $source }, { $day }
    { $asks }
    Это ориентировочный профиль. Действующим его нужно сделать отдельно.
btn-thresholds-keep = Записать
btn-thresholds-anew-title = Название
btn-thresholds-anew-source = Документ
btn-thresholds-anew-dated = Дата
btn-thresholds-anew-share = Доля
btn-thresholds-anew-procedures = Число процедур
btn-thresholds-anew-years = Годы подряд
btn-thresholds-anew-combine = Условия вместе
btn-thresholds-anew-minimum = Число участников
thresholds-kept = Записано.
