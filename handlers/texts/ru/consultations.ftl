# Booking a consultation and «Мои дела» (screens.md S4, S5).

btn-consult = Записаться на консультацию
btn-my-things = Мои дела
btn-skip = Пропустить
btn-menu-consult = Записаться на консультацию
btn-menu-my = Мои дела
menu-nearest = Ближайшее: { $when }. { CAP($subject) }, { $host }.

consult-which-subject = По какому предмету?
consult-no-slots =
    Сейчас нет консультаций, открытых для вашей школы.
    Они появятся здесь, как только ведущие назначат время.
btn-consult-subject = { CAP($subject) }
btn-consult-subject-ask = { CAP($subject) }: попросить
btn-consult-other-subject = Другой предмет
consult-which-host = { CAP($subject) }. К кому?
consult-which-day =
    { CAP($subject) }, { $host }. Время ваше ({ $zone }).
    Выберите день.
consult-no-days =
    { CAP($subject) }, { $host }.
    В ближайшие недели свободных дней нет. Загляните позже или выберите другой предмет.
consult-pause = До { DATE($until, format: "d MMMM") } консультаций нет. Ближайшая: { $nearest }.
btn-consult-day =
    { CAP($day) } · { $seats ->
        [one] { $seats } место
        [few] { $seats } места
       *[many] { $seats } мест
    }
btn-consult-day-full = { CAP($day) } · мест нет
btn-consult-day-mine = { CAP($day) } · вы записаны
consult-which-time = { CAP($day) }. Во сколько?
btn-consult-time =
    { $clock } · { $seats ->
        [one] { $seats } место
        [few] { $seats } места
       *[many] { $seats } мест
    }
btn-consult-time-full = { $clock } · мест нет
btn-consult-time-mine = { $clock } · вы записаны
consult-which-topic =
    О чём поговорим? Одной строкой или «Пропустить».
    Имён и оценок детей, пожалуйста, не пишите.
consult-early = Ваш вопрос сохранён: «{ $topic }». Осталось выбрать время.
consult-topic-waits = Вы уже написали: «{ $early }».
btn-consult-topic-early = Записаться с ним
btn-consult-topic-ege = ЕГЭ
btn-consult-topic-oge = ОГЭ
btn-consult-topic-vpr = ВПР
consult-again = Выберите другое время.
consult-again-topic = Ваш вопрос сохранён: «{ $topic }». Выберите другое время.
consult-host-unknown = ведущий
consult-booking =
    { CAP($subject) }, { $host }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }
    { $when }, { $length }
consult-link = Ссылка: { $link }
consult-link-later = Ссылку ведущий пришлёт позже.
consult-venue =
    { $format ->
        [phone] Телефон: { $venue }
       *[on_site] Место: { $venue }
    }
consult-topic-line = Ваш вопрос: { $topic }
consult-booked =
    Вы записаны.
    { $booking }
consult-reminds =
    { $reminds ->
        [both] Напомню за сутки и за час.
       *[hour] Напомню за час.
    }
consult-no-day =
    { CAP($subject) }: постоянного дня консультаций пока нет.
    Напишите одной строкой, о чём хотели бы поговорить, или просто попросите: ведущие увидят вашу просьбу.
btn-consult-wish = Попросить консультацию
consult-wish-kept =
    Просьба о консультации сохранена: { $subject }.
    Я напишу, когда появится время.
consult-today = Сегодня
consult-tomorrow = Завтра, { $day }

mine-things =
    <b>Мои дела</b>
    { $lines }
mine-empty =
    <b>Мои дела</b>
    Здесь будут ваши записи на консультации и семинары и просьбы о консультациях.
mine-day = <b>{ CAP($day) }</b>
mine-row = { $clocks }, { $subject }, { $host }
mine-wishes = <b>Просьбы о консультациях</b>
mine-wish-row = { CAP($subject) }
btn-mine-booking = { CAP($day) }, { $clock } { $subject }
btn-mine-wish = Просьба: { $subject }
btn-mine-past = Прошедшие
btn-mine-cancel = Отменить запись
mine-booking =
    { $booking }
    { $state ->
        [cancelled] Вы отменили эту запись.
        [session_cancelled] Консультация отменена ведущим.
        [place_ended] Место в школе закончилось, запись снята.
        [past] Консультация прошла.
        [confirmed] Вы подтвердили, что будете. Если планы изменятся, отмените запись.
        [kept] Если планы изменятся, отмените запись: места займут другие.
       *[booked] Не сможете прийти? Отмените, место займёт другой.
    }
mine-why =
    { $booking }
    Отменяем? Подскажите, почему, или нажмите «Пропустить».
btn-mine-reason-busy = Занят(а) в это время
btn-mine-reason-solved = Вопрос уже решён
btn-mine-reason-connection = Нет связи
btn-mine-reason-ill = Болею
btn-mine-reason-none = Пропустить
mine-cancelled =
    Запись отменена.
    { $booking }
mine-past =
    <b>Прошедшие</b>
    { $rows }
mine-past-empty = Прошедших записей пока нет.
mine-past-row =
    { CAP($when) }: { $subject }, { $host }{ $state ->
        [cancelled] {" "}(вы отменили)
        [session_cancelled] {" "}(не состоялась)
        [place_ended] {" "}(запись снята)
       *[booked] {""}
    }
btn-mine-newer = ‹ Позже
btn-mine-older = Раньше ›
mine-wish =
    Вы попросили консультацию по этому предмету. Я напишу, когда появится время.
    Если она больше не нужна, отзовите просьбу.
btn-mine-withdraw = Отозвать просьбу
