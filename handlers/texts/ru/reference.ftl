# «Справочники»: what coordinators change from the chat. Calendars, schools and links have files of their own.

btn-menu-reference = Справочники
btn-menu-links = Мои приглашения
btn-menu-links-count = Мои приглашения ({ $count })

reference-all =
    <b>Справочники</b>
    Здесь то, по чему бот считает рабочие дни, находит школы и предлагает предметы. Что вы измените, увидят все, кого это касается.
btn-reference-calendar = Календарь
btn-reference-methodists = Методический день
btn-reference-subject-days = Дни предметов
btn-reference-catalogue = Предметы
btn-reference-schools = Школы
btn-reference-spellings = Другие названия районов
btn-reference-links = Мои приглашения

reference-whose-calendar = Чей календарь? Выберите или напишите название района, улуса или города.
reference-whose-methodists = Чей методический день? Выберите или напишите название района, улуса или города. Где своего дня нет, действует день региона.
reference-whose-spellings = Чьё название? Выберите или напишите название района, улуса или города.
reference-no-units =
    Районов и улусов здесь пока нет.
    Список загружают через «Загрузить таблицу» в меню «Ещё».
reference-country = вся страна
btn-reference-country = Вся страна
btn-reference-whole = Весь регион: { $name }
btn-reference-whole-with-day = Весь регион: { $name } · { $day }
btn-reference-with-day = { $name } · { $day }

# What stands as the source of what is changed here.
reference-source = внесено в боте { $day }
reference-no-source = источник не указан
reference-not-given = не указано
reference-weekday = { DATE($day, format: "EEEE") }
btn-reference-weekday = { CAP(DATE($day, format: "EEEE")) }
reference-day-none = нет
btn-reference-take-yes = Да, убрать
btn-reference-remove-day = Убрать день

# The methodists' day
reference-methodists-day =
    <b>Методический день методистов: { $place }</b>
    { $level ->
        [own] Сейчас: { $now }, { $source }.
        [region] Сейчас: { $now }, как во всём регионе ({ $source }).
       *[none] Сейчас не назначен.
    }
    В этот день методисты ездят по школам. Консультации, которые уже открыты, от этого не меняются.
    Какой день назначить?
reference-methodists-set = Готово. Методический день теперь: { $day }.
reference-methodists-removed = Готово. Своего методического дня здесь больше нет.

# Days of subjects
reference-subject-days =
    <b>Дни предметов: { $place }</b>
    Это день, когда учителя предмета свободны от уроков. Нажмите на предмет, чтобы назначить или убрать день.
reference-subject-day =
    <b>{ CAP($subject) }: { $place }</b>
    { $has ->
        [yes] Сейчас: { $now }, { $source }.
       *[no] Сейчас дня нет.
    }
    Какой день назначить? Консультации, которые уже открыты, от этого не меняются.
btn-reference-subject-day = { CAP($subject) } · { $day }
reference-subject-day-set = Готово. { CAP($subject) }: { $day }.
reference-subject-day-removed = Готово. { CAP($subject) }: дня больше нет.

# The catalogue of subjects
reference-catalogue =
    <b>Предметы: { $total }</b>
    { $hidden ->
        [0] Скрытых нет.
        [one] Скрыт { $hidden } предмет.
        [few] Скрыто { $hidden } предмета.
       *[many] Скрыто { $hidden } предметов.
    }
    Список один для всех регионов этого бота.
btn-reference-subject =
    { $shown ->
        [yes] { CAP($subject) }
       *[no] { CAP($subject) } · скрыт
    }
btn-reference-subject-add = Добавить предмет
reference-subject-ask = Как называется предмет? Например: астрономия
reference-subject-name = Как теперь называется предмет «{ $subject }»? Прежнее название таблицы тоже будут понимать.
reference-subject =
    <b>{ CAP($subject) }</b>
    { $shown ->
        [yes] Предлагается при регистрации и когда дают роль.
       *[no] Скрыт: при регистрации и когда дают роль не предлагается. Консультации по нему остаются.
    }
reference-subject-spellings = В таблицах его зовут и так: { $spellings }
reference-subject-added = Готово. Новый предмет: { $subject }.
reference-subject-renamed = Готово. Предмет теперь называется так: { $subject }.
reference-subject-offered =
    { $shown ->
        [yes] Готово. { CAP($subject) }: предмет снова предлагается.
       *[no] Готово. { CAP($subject) }: предмет скрыт.
    }
btn-reference-rename = Переименовать
btn-reference-subject-hide = Скрыть
btn-reference-subject-show = Показывать снова

# Other spellings, of municipalities and of schools
reference-spellings = <b>Как ещё называют: { $name }</b>
reference-town = Центр: { $town }
reference-spellings-none = Других названий пока нет.
reference-spellings-ask = Напишите ещё одно название, и по нему тоже будут находить. Чтобы убрать название, нажмите на него.
reference-spelling-added = Готово. «{ $spelling }» теперь тоже значит: { $name }.
reference-spelling-drop = Убрать название «{ $spelling }»? По нему больше не найдут: { $name }.
reference-spelling-dropped = Готово. По названию «{ $spelling }» больше не находят: { $name }.
