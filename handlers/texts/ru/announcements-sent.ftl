# What coordinators see of announcements that were confirmed.

announcements =
    <b>Объявления</b>
    { $lines }
announcements-empty =
    Здесь будут объявления: и ваши, и других координаторов вашей территории.
    Напишите первое: «Новое объявление».
btn-announce-new = Новое объявление
announcement-row =
    { $number }. { $when }, { $reminds ->
        [yes] напоминание{" "}
       *[no] {""}
    }{ $state ->
        [scheduled] назначено
        [preparing] готовится
        [running] идёт
        [paused] на паузе
        [done] закончено
        [stopped] остановлено
       *[recalled] отозвано
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }: «{ $words }»
btn-announcement-row = { $number }. { $words }

announcement-card =
    <b>{ $reminds ->
        [yes] Напоминание
       *[no] Объявление
    } { $state ->
        [scheduled] назначено
        [preparing] готовится
        [running] идёт
        [paused] на паузе
        [done] закончено
        [stopped] остановлено
       *[recalled] отозвано
    }</b>{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
    «{ $beginning }»{ $why ->
        [sender] {""}
        У того, кто его отправил, больше нет роли координатора. Если оно нужно, отправьте его сами.
        [leave] {""}
        Тот, кто его назначил, в отпуске. Если оно нужно, отправьте его сами.
       *[none] {""}
    }

    { $who }
    { $at_once ->
        [yes] Отправлено { $confirmed }
       *[no] Назначено на { $start }
    }{ $urgent ->
        [yes] {""}
        Срочно: { $reason }
       *[no] {""}
    }{ $corrected ->
        [yes] {""}
        Исправлено { $fixed }
       *[no] {""}
    }{ $erased ->
        [yes] {""}
        Текст и файлы стёрты. Кто что получил, осталось.
       *[no] {""}
    }{ $unsaid ->
        [yes] {""}
        Исправить это напоминание нельзя: объявление, о котором оно напоминает, отозвано.
       *[no] {""}
    }

    { $figures }
announcement-progress =
    { $laid ->
        [one] { $complete ->
            [yes] Всего: { $laid } человек
           *[no] Составляю список, пока в нём { $laid } человек
        }
        [few] { $complete ->
            [yes] Всего: { $laid } человека
           *[no] Составляю список, пока в нём { $laid } человека
        }
       *[many] { $complete ->
            [yes] Всего: { $laid } человек
           *[no] Составляю список, пока в нём { $laid } человек
        }
    }
    Доставлено: { $sent }
# Below it, one for each figure above zero
announcement-progress-line =
    { $of ->
        [acknowledged] Из них ознакомились: { $count }
        [waiting] Ждут отправки: { $count }
        [held] Ждут утра или рабочего дня: { $count }
        [paused] Ждут конца паузы: { $count }
        [unreached] Бот остановлен или не открыт: { $count }
        [unknown] Неизвестно, пришло ли: { $count }
       *[ended] Не получат: { $count }
    }
announcement-copies =
    Удалено у получателей: { $deleted }
    Осталось у них: { $left }{ $waiting ->
        [0] {""}
       *[other] {""}
        Ещё удаляю: { $waiting }
    }
announcement-corrections =
    Исправлено у получателей: { $done }{ $left ->
        [0] {""}
       *[other] {""}
        Остались с прежним текстом: { $left }
    }{ $waiting ->
        [0] {""}
       *[other] {""}
        Ещё исправляю: { $waiting }
    }
btn-announcement-pause = Пауза
btn-announcement-go-on = Продолжить
btn-announcement-stop = Остановить
btn-announcement-totals = Итоги
btn-announcement-table = Excel
btn-announcement-remind = Напомнить остальным
btn-announcement-correct = Исправить
btn-announcement-recall = Отозвать
btn-announcement-refresh = Обновить

announcement-ask-stop =
    Остановить объявление? Продолжить его потом нельзя.
    Уже доставлено: { $sent }
    Не получат: { $waiting }
btn-announcement-yes-stop = Да, остановить
announcement-ask-recall =
    Отозвать объявление? Копии удаляются у получателей, пока им нет 48 часов. Более старые останутся, я скажу, сколько.
    Файлы, которые уже открыты из объявления, остаются у тех, кто их открыл.
    Копий сейчас, с напоминаниями: { $count }
    Ещё не отправлено и уже не уйдёт: { $waiting }
btn-announcement-yes-recall = Да, отозвать
announcement-erased = удалено
btn-announcement-erase = Стереть текст и файлы
announcement-ask-erase =
    Стереть текст и файлы? Отчёт останется.
    Вместо текста здесь будет «удалено», вернуть его нельзя. Отозванные напоминания стираются вместе с объявлением.{ $left ->
        [0] {""}
       *[other] {""}
        Копии, которые остались у получателей, бот удалить не может. Их: { $left }
    }
btn-announcement-yes-erase = Да, стереть
announcement-is-erased = Стёрто. Отчёт и итоги остались.
announcement-ask-remind =
    { $count ->
        [0] Ознакомились все, кому объявление доставлено. Напоминать некому.
        [one] Напомнить { $count } человеку? Объявление доставлено, но «Ознакомлен(а)» не нажато.
        [few] Напомнить { $count } людям? Объявление доставлено, но «Ознакомлен(а)» не нажато.
       *[many] Напомнить { $count } людям? Объявление доставлено, но «Ознакомлен(а)» не нажато.
    }
btn-announcement-yes-remind = Да, напомнить
btn-announcement-again = Всё равно напомнить
announcement-reminded = Напоминание отправлено. Ниже видно, как оно идёт.

announcement-ask-correct =
    Сейчас: «{ $beginning }»
    Напишите новый текст целиком, не длиннее { $most } знаков. Сначала я покажу, как он будет выглядеть.{ $written ->
        [yes] {""}
        Ваш новый текст: «{ $words }»
       *[no] {""}
    }
btn-announcement-written = Показать мой текст
announcement-same-words = Это тот же текст, который стоит сейчас. Напишите, на что его поменять.
announcement-ask-corrected =
    Так объявление будет выглядеть: смотрите сообщение выше. В каждой копии появится «исправлено» и время, сейчас это { $clock }.
    Копий изменится: { $count }
btn-announcement-yes-correct = Исправить у всех
announcement-is-corrected =
    { $count ->
        [0] Новый текст сохранён, изменять копии пока не у кого. Кому объявление ещё не пришло, получит новый текст.
       *[other] Исправляю копии у получателей. Кому объявление ещё не пришло, получит новый текст.
    }

announcement-totals =
    { $some ->
        [yes] <b>Итоги</b>
        Всего: { $people }
        { $outcomes }

        Доставлено по местам, школы по номерам:
        { $places }
       *[no] Итогов пока нет: объявление готовится. Вернитесь сюда через минуту.
    }
announcement-outcome-line = { CAP($outcome) }: { $count }
announcement-outcome =
    { $outcome ->
        [waiting] ждёт отправки
        [delivered] доставлено
        [acknowledged] доставлено, ознакомлен(а)
        [blocked] бот остановлен
        [unreachable] бот не открыт
        [failed] мессенджер не принял
        [unknown] неизвестно
        [left] больше не в этом списке
        [stopped] не отправлено: остановлено
        [unwanted] объявления выключены
        [expired] не дошло за месяц
       *[recalled] отозвано
    }
announcement-place = { $place }: { $got } из { $people }{ $known ->
        [0] {""}
       *[other] , ознакомились: { $known }
    }
announcement-place-own = { $place }, не в школах
announcement-column =
    { $column ->
        [municipality] Муниципалитет
        [school] Школа
        [name] Кто
        [role] Роль
        [outcome] Что с сообщением
        [since] С какого времени, { $zone }
        [delivered] Когда доставлено, { $zone }
       *[acknowledged] Когда ознакомлен(а), { $zone }
    }
announcement-table-coming = Получателей много, таблица будет готова примерно через минуту.
announcement-sheet = Объявление
announcement-file-name = объявление { $number }{ $several ->
        [yes] , файл { $part }
       *[no] {""}
    }.xlsx
announcement-file =
    { $count ->
        [one] «{ $words }»: { $count } получатель
        [few] «{ $words }»: { $count } получателя
       *[many] «{ $words }»: { $count } получателей
    }{ $several ->
        [yes] {""}
        В одну таблицу все не поместились. Это файл { $part } из { $parts }.
       *[no] {""}
    }
