# What hosts and visitors of consultations are told: always the whole date, both clocks where they differ.

notice-visitor-unnamed = участник
btn-notice-meeting = Открыть встречу
btn-notice-booking = Открыть запись
btn-notice-book = Записаться
btn-notice-book-again = Выбрать другое время

notice-booked =
    Новая запись: { $subject }
    { CAP($when) }
    Придёт: { $name }
notice-topic = Вопрос: { $topic }
notice-topic-kept = Ваш вопрос: { $topic }
notice-visitor-cancelled =
    Запись отменили: { $subject }
    { CAP($when) }
    Не сможет прийти: { $name }. Место снова свободно.
notice-session-cancelled =
    Консультация не состоится
    { CAP($subject) }, { $host }
    { CAP($when) }
    Ведущему пришлось её отменить. Можно выбрать другое время.
notice-host-session-cancelled =
    Вашу встречу отменил координатор
    { CAP($subject) }
    { CAP($when) }
    Тем, кто записан, я сообщу. Если нужно, добавьте другое время в «Моё расписание».
notice-host-session-busy =
    Ваша встреча отменена
    { CAP($subject) }
    { CAP($when) }
    Коллега провести её не сможет, а вы в это время заняты. Тем, кто записан, я сообщу. Если нужно, добавьте другое время в «Моё расписание».
notice-host-slot-ended =
    Вашу консультацию завершил координатор
    { CAP($subject) }, { $weekly }
    Новых встреч по ней не будет. Тем, кто записан, я сообщу. Другое время можно добавить в «Моё расписание».
notice-slot-appeared =
    Появились консультации, о которых вы просили
    { CAP($subject) }, { $host }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }, { $length }
    Ближайшая: { $when }
notice-place-ended =
    Запись на консультацию снята
    { CAP($subject) }, { $host }
    { CAP($when) }
    Ваше место в школе закончилось, поэтому запись снята. Когда вас подтвердит другая школа, можно будет записаться снова.
notice-new-link =
    { $format ->
        [on_site] Новое место консультации
        [phone] Новый телефон для консультации
       *[online] Новая ссылка на консультацию
    }
    { CAP($subject) }, { $host }
    { CAP($when) }
    { $where }
