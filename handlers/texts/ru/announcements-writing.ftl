# What coordinators see while they write an announcement.

btn-menu-announce = Объявление
command-announce = Объявления

announce-by = От чьего имени объявление? Получат его только люди этой территории.
btn-announce-by = { $place }

announce-text =
    <b>Новое объявление</b>
    Напишите текст одним сообщением, не длиннее { $most } знаков (с фото или файлом до { $with_file }).
    Жирный, курсив и ссылки сохранятся. Имён и оценок детей, пожалуйста, не пишите.
announce-expects-text = Здесь нужен текст: напишите его обычным сообщением. Фото и файл добавите следующим шагом.
btn-announce-bare = Оставить без оформления

announce-whole =
    <b>Объявление</b>
    «{ $beginning }»{ $photo ->
        [yes] {""}
        Фото: есть
       *[no] {""}
    }{ $filed ->
        [yes] {""}
        Файл: { $document }
       *[no] {""}
    }{ $buttoned ->
        [yes] {""}
        Кнопки: { $buttons }
       *[no] {""}
    }

    { $who }
    { $count }

    Когда: { $start }{ $urgent ->
        [yes] {""}
        Срочно, придёт и ночью, и в выходной: { $reason }
       *[no] {""}
    }{ $passed ->
        [yes] {""}
        Это время уже прошло: выберите другое.
       *[no] {""}
    }
btn-announce-text = Текст
btn-announce-files = Фото и файл
btn-announce-buttons = Кнопки
btn-announce-audience = Кому
btn-announce-when = Когда
btn-announce-look = Посмотреть и отправить

announce-files =
    { $photo ->
        [yes] Фото есть. Пришлёте другое, заменю.
       *[no] Фото пока нет. Пришлите одно, если нужно.
    }
    { $document ->
        [yes] Файл есть: { $name }. Пришлёте другой, заменю.
       *[no] Файла пока нет. Пришлите один, если нужно: pdf, docx, xlsx или картинку.
    }
    С фото или файлом в тексте до { $most } знаков.{ $captioned ->
        [yes] {""}
        Под файлом написано: «{ $caption }»
       *[no] {""}
    }
btn-announce-caption = Взять подпись как текст
announce-expects-file = Здесь нужно фото или файл: пришлите его сообщением. Текст меняют кнопкой «Текст».
btn-announce-no-photo = Убрать фото
btn-announce-no-document = Убрать файл

announce-buttons =
    Какие кнопки будут под объявлением?
    { $ack ->
        [yes] «Ознакомлен(а)»: есть. В итогах видно, кто нажал.
       *[no] «Ознакомлен(а)»: нет.
    }
    { $book ->
        [yes] «Записаться» на консультацию: { $subject }
       *[no] «Записаться» на консультацию: нет.
    }
    { $linked ->
        [yes] Ссылка: «{ $label }», { $url }
       *[no] Ссылка: нет.
    }
btn-announce-tick-ack = { $ack ->
        [yes] ✓ Ознакомлен(а)
       *[no] Ознакомлен(а)
    }
btn-announce-tick-book = { $book ->
        [yes] ✓ Записаться
       *[no] Записаться
    }
btn-announce-link = Ссылка
btn-announce-no-link = Убрать ссылку
announce-label = Что написать на кнопке? До { $most } знаков. Например: Повестка
announce-address = Куда ведёт кнопка «{ $label }»? Пришлите адрес, он начинается с https://
announce-subject = На какую консультацию ведёт «Записаться»?
announce-any-subject = любой предмет
btn-announce-any-subject = Любой предмет

announce-audience =
    <b>Кому</b>
    { $who }

    { $count }{ $some ->
        [yes] {""}
       *[no] {""}
        Измените условия: сейчас под них никто не подходит.
    }
btn-announce-roles = Роли
btn-announce-units = Районы и улусы
btn-announce-schools = Школы
btn-announce-statuses = Статус школы
btn-announce-clusters = Кластер
btn-announce-subjects = Предмет
btn-announce-missing = Кто не…
btn-announce-everybody = Всем
btn-announce-sample = Показать, кому
btn-announce-ready = Готово
btn-announce-show-all = Показать все
btn-announce-tick = { $chosen ->
        [yes] ✓ { CAP($name) }
       *[no] { CAP($name) }
    }
announce-not-found = «{ $typed }»: здесь такого нет. Проверьте или напишите иначе.
announce-ask-roles =
    { $count ->
        [0] Кому? Отметьте роли. Без отметок: всем.
        [one] Отмечена { $count } роль.
        [few] Отмечено { $count } роли.
       *[many] Отмечено { $count } ролей.
    }
btn-announce-role =
    { $role ->
        [teacher] Учителя
        [school_lead] Директора и завучи
        [school_curator] Кураторы школ
        [mentor] Наставники
        [tutor] Тьюторы
        [methodist] Методисты
        [municipal_coordinator] Координаторы районов
       *[regional_coordinator] Регион. координаторы
    }
announce-role =
    { $role ->
        [teacher] учителя
        [school_lead] директора и завучи
        [school_curator] кураторы школ
        [mentor] наставники
        [tutor] тьюторы
        [methodist] методисты
        [municipal_coordinator] координаторы районов
        [regional_coordinator] региональные координаторы
        [observer] наблюдатели
       *[admin] администраторы
    }
announce-ask-units =
    { $count ->
        [0] Где? Отметьте районы и улусы или напишите название. Без отметок: везде.
        [one] Отмечен { $count } район или улус. Другой можно написать.
        [few] Отмечено районов и улусов: { $count }. Другой можно написать.
       *[many] Отмечено районов и улусов: { $count }. Другой можно написать.
    }
announce-ask-schools =
    { $none ->
        [yes] Школ здесь пока нет. Загрузите их таблицей.
       *[no] { $count ->
            [0] Каким школам? Отметьте или напишите номер, имя или село. Без отметок: всем.
            [one] Отмечена { $count } школа. Другую можно написать.
            [few] Отмечено { $count } школы. Другую можно написать.
           *[many] Отмечено { $count } школ. Другую можно написать.
        }
    }
announce-ask-statuses = Школам с каким статусом в { $named }? Отметьте. Без отметок: любым.
announce-ask-clusters = Школам какого кластера в { $named }? Отметьте. Без отметок: любого.
btn-announce-year = Смотреть { $other }
announce-ask-subjects =
    { $count ->
        [0] По каким предметам? Отметьте. Без отметок: по всем.
        [one] Отмечен { $count } предмет.
        [few] Отмечено { $count } предмета.
       *[many] Отмечено { $count } предметов.
    }
announce-status =
    { $status ->
        [shnor] школы проекта
        [p500] участники 500+
        [shssu] школы в трудных условиях
        [zone] школы, где важна профилактика
        [step] «Шаг к продуктивности»
        [base] базовые школы
       *[strong] школы-партнёры
    }
announce-ask-missing = Кому из них? Можно оставить только тех, кто чего-то ещё не сделал.
btn-announce-not-booked = Не записан
btn-announce-not-sent = Не прислал по плану
btn-announce-not-acknowledged = Не ознакомлен
btn-announce-nothing-missing = Без этого условия
announce-ask-days = Сколько дней без консультаций? Выберите или напишите число до { $most }.
announce-days-unclear = Здесь нужно число дней от 1 до { $most }. Например: 14
btn-announce-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
announce-ask-plan =
    { $none ->
        [yes] Планов пока нет. Загрузите план в меню: «Ещё», «Загрузить таблицу».
       *[no] По какому плану ничего не прислали?
    }
announce-plan = план
announce-other = другое объявление
announce-ask-told =
    { $none ->
        [yes] Здесь нет объявлений с кнопкой «Ознакомлен(а)».
       *[no] С каким объявлением не ознакомились?
    }
announce-sample =
    { $none ->
        [yes] Под эти условия сейчас никто не подходит. Вернитесь и измените их.
       *[no] Первые из тех, кому придёт:
        { $lines }
    }
announce-sample-row = { $number }. { $name }, { $role }, { $place }

announce-who = Кто: { $some ->
        [yes] { $roles }
       *[no] все роли
    }
announce-where = Где: { $names }
announce-statuses = Школы: { $names }, { $year }
announce-clusters = Кластер: { $names }, { $year }
announce-subjects = Предметы: { $names }
announce-missing-booked =
    { $days ->
        [one] Только кто не записан и { $days } день без консультаций
        [few] Только кто не записан и { $days } дня без консультаций
       *[many] Только кто не записан и { $days } дней без консультаций
    }
announce-missing-sent = Только кто ещё ничего не прислал: «{ $plan }»
announce-missing-told = Только кто не нажал «Ознакомлен(а)»: «{ $words }»
announce-and-more = { $first } и ещё { $more }

announce-forecast =
    { $count ->
        [one] <b>{ $count } человек</b>
        [few] <b>{ $count } человека</b>
       *[many] <b>{ $count } человек</b>
    }{ $some ->
        [yes] : { $parts }
       *[no] {""}
    }
announce-on-time = { $count } { $now ->
        [yes] сейчас
       *[no] в срок
    }
announce-passed = { $count } сразу: этот час там уже прошёл
announce-later = { $count } { $near ->
        [today] сегодня
        [tomorrow] завтра
       *[day] { $day }
    } в { $clock } по местному
announce-after = { $count } позже
announce-unreachable =
    { $count ->
        [one] { $count } не получит: бот закрыт
        [few] { $count } не получат: бот у них закрыт
       *[many] { $count } не получат: бот у них закрыт
    }
announce-unwanted = у { $count } объявления выключены
announce-never =
    { $count ->
        [one] { $count } не получит: отпуск дольше месяца
        [few] { $count } не получат: отпуск дольше месяца
       *[many] { $count } не получат: отпуск дольше месяца
    }

announce-start-now = сейчас
announce-start-theirs = { $day } в { $clock }, у каждого по его времени
announce-start-mine = { $when } по вашему времени

announce-when =
    Когда отправить? Выбрано: { $start }
    Ночью и в выходные объявление ждёт утра рабочего дня.{ $urgent ->
        [yes] {""}
        Срочно, придёт и ночью, и в выходной: { $reason }
       *[no] {""}
    }
btn-announce-now = Сейчас
btn-announce-theirs = В час получателей
btn-announce-mine = В мой час
btn-announce-urgent = Срочно: ночью и в выходной
btn-announce-calm = Не срочно
announce-ask-day = В какой день?
announce-ask-hour =
    { CAP($day) }. В котором часу { $theirs ->
        [yes] у получателей
       *[no] по вашим часам
    }? Выберите или напишите, например: 9:30
announce-ask-reason = Почему нельзя ждать утра рабочего дня? Напишите коротко, хотя бы { $least } знака: причина останется вместе с объявлением, её видят координаторы.

announce-check =
    Так объявление придёт: смотрите сообщение выше.

    { $who }
    { $count }
    Когда: { $start }{ $urgent ->
        [yes] {""}
        Срочно, придёт и ночью, и в выходной: { $reason }
       *[no] {""}
    }
btn-announce-send = Отправить ({ $people })
btn-announce-again = Всё равно отправить
btn-announce-test = Проверить на себе
