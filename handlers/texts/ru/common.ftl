# What every dialog shares: moving about, pages, steps, answers to something unexpected.

btn-back = Назад
btn-menu = В меню
btn-cancel = Не сейчас
btn-page-previous = ‹
btn-page-next = ›
btn-page-current = { $page } из { $pages }
btn-month-previous = ‹ { DATE($month, format: "LLLL") }
btn-month-next = { DATE($month, format: "LLLL") } ›
btn-month = { CAP(DATE($month, format: "LLLL y")) }
btn-weekday = { DATE($day, format: "EEEEEE") }
btn-day = { DATE($day, format: "d") }
btn-day-today = • { DATE($day, format: "d") }
btn-keep-typed = Оставить начало

step = Шаг { $step } из { $steps }.

# Under a window of which only the beginning fits into one message.
window-cut = …и ещё. В одно сообщение поместилось не всё.

expects-tap = Здесь нужно выбрать: нажмите одну из кнопок ниже.
expects-text = Здесь нужен текст: напишите его обычным сообщением.

too-long =
    { $length ->
        [one] Получился { $length } знак
        [few] Получилось { $length } знака
       *[many] Получилось { $length } знаков
    }, а можно не больше { $limit }. Начало сохранено:
    «{ $kept }»
    Пришлите короче или нажмите «Оставить начало».
too-short =
    { $least ->
        [one] Слишком коротко: нужен хотя бы { $least } знак.
        [few] Слишком коротко: нужно хотя бы { $least } знака.
       *[many] Слишком коротко: нужно хотя бы { $least } знаков.
    }

# How patronymics end: by these a name and patronymic is told apart from a surname.
name-patronymic-endings = вич вна ична инична оглы кызы
