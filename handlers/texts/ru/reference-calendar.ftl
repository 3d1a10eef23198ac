# Calendars: the week, days off and days worked, and the official calendar of a year.

reference-calendar = <b>Календарь: { $place }</b>
reference-week =
    { $days ->
        [5] Неделя пятидневная: выходные суббота и воскресенье.
       *[6] Неделя шестидневная: выходной только воскресенье.
    }
reference-methodists =
    { $level ->
        [own] Методический день методистов: { $day }.
       *[region] Методический день методистов: { $day }, как во всём регионе.
    }
reference-missing =
    { $reader ->
        [here] Производственный календарь на { $year } год не загружен: пока считаются только выходные недели. Загрузить его можно кнопкой ниже.
        [admin] Производственный календарь на { $year } год не загружен: пока считаются только выходные недели. Загрузить его: «Ещё», «Справочники», «Календарь», «Вся страна».
       *[other] Производственный календарь на { $year } год не загружен: пока считаются только выходные недели. Загружает его администратор бота, напишите ему. Свои дни можно внести и сейчас: «Справочники», «Календарь».
    }
reference-days =
    <b>Дни впереди, которые отличаются от обычной недели</b>
    { $lines }
reference-no-days = Впереди нет дней, которые отличались бы от обычной недели.
reference-days-from-to = { $first } – { $last }
reference-day-line =
    { $day }: { $word }{ $way ->
        [working] , рабочий день
        [five] , только при пятидневке
       *[all] { "" }
    } · { $level ->
        [own] свой
        [region] регион
       *[country] страна
    }, { $source }
btn-reference-five = Сделать пятидневной
btn-reference-six = Сделать шестидневной
reference-week-set =
    { $days ->
        [5] Готово. Неделя теперь пятидневная.
       *[6] Готово. Неделя теперь шестидневная: суббота рабочая.
    }
btn-reference-add-day = Добавить день
btn-reference-own-days =
    { $level ->
        [own] Убрать свой день ({ $count })
        [region] Убрать день региона ({ $count })
       *[country] Убрать день страны ({ $count })
    }
btn-reference-load = Загрузить календарь на { $year }
btn-reference-compare = Сверить календарь на { $year }

reference-ask-day =
    Какой день добавить?
    Календарь: { $place }
reference-ask-way = { CAP($day) }. Какой это день?
btn-reference-way =
    { $way ->
        [working] Рабочий день
        [five] Выходной при пятидневке
       *[all] Выходной
    }
reference-ask-word =
    { CAP($day) }, { $way ->
        [working] рабочий день
        [five] выходной при пятидневке
       *[all] выходной
    }
    Календарь: { $place }
    { $way ->
        [working] Этот день будет считаться рабочим.
       *[all] Новых еженедельных консультаций в этот день не будет; кто уже записан, остаётся записан.
    }
    Что это за день? Напишите одной фразой. Например: День района
reference-day-added =
    Готово. { CAP($day) }: { $word }, { $way ->
        [working] рабочий день
        [five] выходной при пятидневке
       *[all] выходной
    }.
reference-own-days = Какой день убрать? Календарь: { $place }
reference-own-none = Внесённых здесь дней больше нет.
btn-reference-day = { CAP($day) } · { $word }
reference-take-day =
    Убрать этот день? Календарь: { $place }
    { $line }
    Дальше он будет считаться по обычной неделе.
reference-day-taken = Готово. { CAP($day) } больше не отмечен в этом календаре.

# The official calendar of a year
reference-official =
    <b>Производственный календарь на { $year } год</b>
    Будет добавлено дней: { $count }. Дни, которые в календаре уже есть, не изменятся.
    { $lines }
reference-official-none =
    <b>Производственный календарь на { $year } год</b>
    Всё, что известно источнику, в календаре уже есть.
reference-official-incomplete = Переносов выходных на { $year } год в этом источнике ещё нет, только праздники по закону. Когда правительство их утвердит, добавьте их сами: «Добавить день» в календаре страны.
btn-reference-official-yes = Записать
reference-official-done =
    Готово. Производственный календарь на { $year } год загружен.
    Добавлено дней: { $count }
btn-reference-to-calendar = К календарю
