# Consultations on site («выезды»): a school asks, a coordinator or host decides, the host comes and tells, the school confirms.

btn-menu-visits = Выезды в школу
btn-menu-visits-mine = Мои выезды
btn-menu-waits-visits = Просьбы о выезде
btn-menu-waits-visits-count = Просьбы о выезде ({ $count })

# Lists
visits-none =
    <b>Выезды в школу</b>
    Здесь будут выездные консультации. Нажмите «Попросить о выезде»: ведущий приедет в школу и поработает с учителями, командой или учениками.
visits-all =
    <b>Выезды в школу</b>
    { $lines }
visits-host-none =
    <b>Мои выезды</b>
    Выездов пока нет. Они появятся здесь, когда школа попросит о консультации и время будет назначено.
visits-host =
    <b>Мои выезды</b>
    { $lines }
visits-waiting-none = Сейчас ни одна просьба о выезде не ждёт вашего решения. Новая появится здесь и в меню.
visits-waiting =
    <b>Ждут вашего решения</b>
    { $lines }
btn-visits-ask = Попросить о выезде
visit-row =
    { $number }. { CAP($when) }: { $school }, { $about }. { $state ->
        [asked] Ждёт решения
        [declined] Не подтверждено, можно исправить
        [planned] Назначено
        [over] Ждёт рассказа ведущего
        [reported] Ждёт подтверждения школы
        [confirmed] Завершено
        [closed] Завершено
        [withdrawn] Отозвано школой
       *[cancelled] Отменено
    }
btn-visit-row = { $number }. { CAP($when) }, { $school }

# A visit in words
visit-head = <b>Выезд: { $school }</b>
visit-subjects = О чём: { $subjects }
visit-topic = Тема: { $topic }
visit-no-topic = тема не указана
visit-whom =
    { $whom ->
        [team] Для управленческой команды
        [pupils] Для учеников
       *[teachers] Для учителей
    }, { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }
visit-wanted = Когда удобно: { $days }
visit-month = { DATE($day, format: "LLLL y") }
visit-days = с { DATE($first, format: "d MMMM") } по { DATE($last, format: "d MMMM y") }
visit-addressee = Школа просит, чтобы приехал(а): { $name }
visit-host-unknown = ведущий
visit-appointment =
    { CAP($when) }, { $length }
    Ведёт: { $host }
visit-no-reason = причина не сохранилась
visit-state =
    { $state ->
        [asked] Просьба ждёт решения.
        [declined] Не подтверждено: { $reason } Можно исправить и отправить снова.
        [planned] Время назначено. За сутки и за час напомню.
        [over] Консультация прошла или идёт. Ведущий расскажет, как было.
        [reported] Ведущий рассказал, как прошло. Ждём подтверждения школы.
        [confirmed] Школа подтвердила рассказ ведущего.
        [closed] Ведущий уже не мог рассказать: итог записан без него.
        [withdrawn] Школа отозвала просьбу.
       *[cancelled] { $side ->
            [school] Отменила школа
            [weather] Отменено: в этот день школы закрыты
           *[host] Отменено ведущим или координатором
        }{ $why ->
            [busy] {" "}(занятость в это время).
            [ill] {" "}(болезнь).
            [road] {" "}(дорога или погода).
            [solved] {" "}(вопрос уже решён).
           *[none] .
        }
    }
visit-report =
    { $held ->
        [yes] Состоялось. { $came ->
            [one] Пришёл { $came } человек.
            [few] Пришли { $came } человека.
           *[many] Пришли { $came } человек.
        }
       *[no] Не состоялось.
    }
    { $words }

# Asking
visit-ask-school = В какую школу приехать?
btn-visit-school = { $name }
visit-ask-subjects =
    По каким предметам нужна консультация? Отметьте до восьми.
    Если дело не в предмете, нажмите «Другая тема».
btn-visit-subject =
    { $on ->
        [yes] ✓ { CAP($subject) }
       *[no] { CAP($subject) }
    }
btn-visit-subjects-done = Готово
btn-visit-subjects-none = Другая тема
visit-ask-topic =
    { $may_skip ->
        [yes] О чём поговорить? Напишите одной строкой или нажмите «Пропустить».
       *[no] О чём поговорить? Напишите одной строкой.
    }
    Имён и оценок детей, пожалуйста, не пишите.
visit-ask-whom = С кем поработать?
btn-visit-whom-teachers = С учителями
btn-visit-whom-team = С управленческой командой
btn-visit-whom-pupils = С учениками
visit-ask-people =
    Сколько будет человек?
    Выберите или напишите число от 1 до { $most }.
btn-visit-number = { $value }
visit-ask-days = Когда удобно? Выберите месяц или назовите день.
btn-visit-month = { CAP(DATE($day, format: "LLLL y")) }
btn-visit-one-day = Назвать день
visit-ask-day = Какой день удобен?
visit-ask-host =
    Кто мог бы приехать? Выберите ведущего: он тоже увидит просьбу и сможет назначить время.
    Если всё равно, решит координатор.
btn-visit-any-host = Всё равно, решит координатор
visit-check-wish =
    { $again ->
        [yes] Исправьте, что нужно, и отправьте снова.
       *[no] Проверьте, всё ли верно.
    }
btn-visit-send =
    { $again ->
        [yes] Отправить снова
       *[no] Отправить просьбу
    }
btn-visit-change-subjects = Предметы
btn-visit-change-topic = Тема
btn-visit-change-whom = С кем
btn-visit-change-people = Сколько человек
btn-visit-change-days = Когда
btn-visit-change-host = Кто приедет

# Deciding
btn-visit-approve = Назначить время
btn-visit-decline = Не подтвердить
visit-decline = Почему не получается? Напишите одной строкой: школа прочитает и сможет исправить просьбу.
visit-decline-kept = Вы уже написали: { $reason }
btn-visit-same-reason = Отправить эту причину
visit-declined-done = Школа прочитает причину и сможет исправить просьбу.
visit-who-comes =
    { $wish }
    Кто приедет?
visit-nobody-comes =
    В районе и регионе пока нет ведущего, который ведёт эти предметы.
    Пригласите методиста в разделе «Люди» или не подтверждайте просьбу, объяснив причину.
visit-which-day =
    В какой день? Школе удобно: { $days }.
visit-day-off = По календарю школы это выходной или праздничный день. Если так и нужно, продолжайте.
visit-which-time =
    { CAP($day) }. Во сколько? Время школы: { $zone }.
    Выберите или напишите, например: 10:30.
visit-how-long =
    На сколько времени?
    Выберите или напишите: от 15 минут до 8 часов, с точностью до пяти минут.
visit-check = Проверьте, всё ли верно. Школе и ведущему сразу сообщу.
btn-visit-check-yes = Назначить

# Changing
btn-visit-again = Исправить и отправить снова
btn-visit-ask-anew = Попросить снова
btn-visit-withdraw = Отозвать просьбу
visit-withdraw = Отозвать просьбу? Решать по ней больше никто не будет. Новую можно отправить в любое время.
btn-visit-withdraw-yes = Да, отозвать
btn-visit-move = Перенести
visit-move-day =
    { $text }
    На какой день перенести?
visit-move-time =
    { CAP($day) }. Во сколько? Время школы: { $zone }.
    Выберите или напишите, например: 10:30.
visit-moved-done = Перенесено. Другой стороне сообщу.
btn-visit-cancel = Отменить выезд
visit-why =
    { $text }
    Отменяем? Подскажите, почему, или нажмите «Пропустить».
btn-visit-why-busy = Заняты в это время
btn-visit-why-ill = Болезнь
btn-visit-why-road = Дорога или погода
btn-visit-why-solved = Вопрос уже решён
btn-visit-why-none = Пропустить
visit-cancelled-done = Отменено. Другой стороне сообщу.

# Telling how it was
btn-visit-tell = Рассказать, как прошло
visit-how-was-it =
    { $text }
    Как прошло?
visit-hostless = Ведущий больше не может рассказать, как прошло. Запишите итог вы.
btn-visit-close = Записать, как прошло
visit-closed-done =
    Записано. Больше по этому выезду ничего делать не нужно.
    { $text }
btn-visit-held = Состоялось
btn-visit-not-held = Не состоялось
visit-how-many-came =
    Сколько человек пришло?
    Выберите или напишите число от 1 до { $most }.
visit-words =
    { $held ->
        [yes] Расскажите в нескольких предложениях, что сделали и что посоветовали. Школа это прочитает.
       *[no] Расскажите коротко, почему не получилось. Школа это прочитает.
    }
    Имён и оценок детей, пожалуйста, не пишите.
visit-told-done =
    Спасибо, школа это прочитает. До её подтверждения рассказ можно исправить.
    { $text }
btn-visit-confirm = Подтвердить

# Menu, desk
visit-today = Сегодня: { $clock } выезд, { $school }, { $about }
visit-today-more = Ещё выездов сегодня: { $count }. Все в «Мои выезды».
visit-desk-today = { $lines }
visit-desk-week =
    <b>Выезды</b>
    { $lines }
visit-week-row = { CAP($day) }, { $clock }: { $school }, { $about }
btn-visits-mine = Мои выезды ({ $count })
btn-visits-of-school = Выезды в школу ({ $count })

# Notices
btn-notice-visit = Открыть выезд
notice-visit-asked = <b>Школа просит о выезде: { $school }</b>
notice-visit-settled = Просьба о выезде ({ $school }) решения больше не ждёт.
digest-visit-waits = Выезд: { $school }, { $about }. Ждёт решения с { DATE($day, format: "d MMMM") }
btn-digest-visit = Выезд: { $school }
notice-visit-declined =
    Выезд пока не подтверждён: { $school }, { $about }
    Не подтверждено: { $reason } Можно исправить и отправить снова.
notice-visit-planned = <b>Назначен выезд: { $school }</b>
notice-visit-moved =
    <b>Выезд перенесён: { $school }</b>
    Было: { $before }
    Теперь:
notice-visit-cancelled =
    <b>Выезд отменён: { $school }</b>
    { $about }
    Было назначено: { $when }
    { $side ->
        [school] Отменила школа
        [weather] В этот день школы закрыты
       *[host] Отменено ведущим или координатором
    }{ $why ->
        [busy] {" "}(занятость в это время).
        [ill] {" "}(болезнь).
        [road] {" "}(дорога или погода).
        [solved] {" "}(вопрос уже решён).
       *[none] .
    }
notice-visit-stays-off =
    <b>Выезд не восстановлен: { $school }</b>
    { $about }
    Было назначено: { $when }
    День снова учебный, но у ведущего в это время уже другая встреча. Школа может попросить о выезде снова.
notice-visit-ahead =
    { $day ->
        [today] Сегодня выезд
        [tomorrow] Завтра выезд
        [after] Послезавтра выезд
       *[later] Скоро выезд
    }: { $school }, { $about }
    { $whom ->
        [team] Для управленческой команды
        [pupils] Для учеников
       *[teachers] Для учителей
    }, { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }
notice-visit-over =
    { $became ->
        [past] Выезд { $day } ({ $school }): время прошло.
        [cancelled] Выезд { $day } ({ $school }) отменён.
       *[moved] Выезд { $day } ({ $school }) перенесён.
    }
notice-visit-report-due =
    Как прошёл выезд: { $school }?
    { CAP($when) }
    Расскажите школе: состоялось ли, сколько пришло, что посоветовали.
notice-visit-told = О выезде ({ $school }) рассказывать больше не нужно.
notice-visit-reported =
    <b>Ведущий рассказал о выезде: { $school }</b>
    { CAP($when) }
