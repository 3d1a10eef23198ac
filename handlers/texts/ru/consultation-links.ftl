# A link of one meeting: the host is asked for it on the day before.

btn-schedule-meeting-link = Ссылка на эту встречу
schedule-ask-meeting-link =
    { $head }
    Пришлите ссылку на эту встречу. На других встречах ссылка останется прежней.
    Тем, кто уже записан, я сразу о ней сообщу.

btn-notice-give-link = Прислать ссылку
notice-link-missing =
    { $day ->
        [today] На сегодняшнюю консультацию нет ссылки
        [tomorrow] На завтрашнюю консультацию нет ссылки
       *[later] На консультацию нет ссылки
    }
    { CAP($subject) }
    { $when }
    { $people ->
        [one] Записан { $people } человек и не знает, куда подключаться.
        [few] Записаны { $people } человека и не знают, куда подключаться.
       *[many] Записаны { $people } человек и не знают, куда подключаться.
    }
notice-link-missing-over =
    { $became ->
        [sent] Ссылка на консультацию { $day } отправлена.
        [past] Консультация { $day } прошла.
       *[off] На консультацию { $day } ссылка больше не нужна.
    }
