# The host's side of consultations: her schedule, publishing, calling off; coordinators; the open schedule.

btn-menu-schedule = Моё расписание
btn-menu-today = Сегодня
btn-menu-oversight = Время на территории
btn-menu-open-schedule = Расписание консультаций

schedule-weekday = { DATE($day, format: "EEEE") }
schedule-zone = { $town } ({ $zone })
schedule-weekly-there = { $rule } { $zone }
schedule-visitor-unknown = участник

btn-schedule-desk = Моё расписание
btn-schedule-with-subject = { $row } · { $subject }
btn-schedule-subject = { CAP($subject) }
btn-schedule-area = { $area }
btn-schedule-day = { CAP($day) }
btn-schedule-at = { TIME($at) }
btn-schedule-minutes =
    { $value ->
        [one] { $value } минута
        [few] { $value } минуты
       *[many] { $value } минут
    }

# The desk
schedule-desk =
    <b>Моё расписание</b>
    { $lines }
schedule-today-line =
    Сегодня: { $clock } { $subject }, { $people ->
        [0] пока никто не записан
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }{ $questions ->
        [0] {""}
        [one] , { $questions } вопрос
        [few] , { $questions } вопроса
       *[many] , { $questions } вопросов
    }
schedule-today-free = Сегодня консультаций нет.
schedule-wish =
    Просят: { $subject }, { $count ->
        [one] { $count } учитель
        [few] { $count } учителя
       *[many] { $count } учителей
    }
schedule-empty = Здесь будет ваше время для консультаций. Нажмите «Добавить время»: учителя увидят его и смогут записаться.
schedule-ahead = Ниже ваши встречи на ближайшие четыре недели.
schedule-nothing-ahead = В ближайшие четыре недели встреч нет. Проверьте сроки в «Моё время» или добавьте новое.
btn-schedule-meeting = { CAP($day) } { $clock } · { $booked } из { $capacity }
btn-schedule-meeting-off = { CAP($day) } { $clock } · отменена
btn-schedule-slots = Моё время ({ $count })
btn-schedule-drafts = Дни из плана региона: { $count }
btn-schedule-add = Добавить время
schedule-slots =
    <b>Моё время по неделям</b>
    Выберите, что открыть.
btn-schedule-slot = { CAP($rule) }: { $subject }

# Days of the region's plan
schedule-drafts = В плане региона есть дни консультаций, которым нужен ведущий. Выберите день.
schedule-drafts-none = Все дни из плана региона уже разобраны. Своё время можно добавить в «Моё расписание».
btn-schedule-draft = { CAP($weekday) }: { $subject }
schedule-draft =
    { CAP($weekday) }, { $subject }
    Этот день стоит в плане региона, но ведущего у него пока нет. Возьмёте? Время и длительность назначите сами.
btn-schedule-take = Взять
btn-schedule-pass = Не моё

# The wizard
schedule-ask-subject = По какому предмету?
schedule-ask-weekday = В какой день недели?
schedule-weekday-free = Методический день учителей этого предмета: { DATE($day, format: "EEEE") }. В этот день они свободны.
schedule-weekday-road = День выездов методистов: { DATE($day, format: "EEEE") }. Онлайн в этот день вы не ведёте, встреч по неделям не будет.
btn-schedule-weekday-free = { CAP(DATE($day, format: "EEEE")) }, день предмета
btn-schedule-weekday = { CAP(DATE($day, format: "EEEE")) }
schedule-ask-starts =
    Во сколько начинаем? Время местное: { $zone }.
    Выберите или напишите, например: 15:30.
schedule-expects-time = Здесь нужно время: выберите его ниже или напишите, например, 15:30.
schedule-ask-minutes =
    Сколько длится консультация?
    Выберите или напишите: от 10 минут до 4 часов, с точностью до пяти минут.
schedule-ask-format = Как встречаемся?
btn-schedule-format-online = Онлайн
btn-schedule-format-on_site = Очно
btn-schedule-format-phone = По телефону
schedule-ask-link =
    Пришлите ссылку на встречу.
    Её увидят только те, кто записался.
btn-schedule-link-later = Пришлю позже
schedule-ask-venue =
    { $format ->
        [phone] По какому номеру звонить? Напишите телефон.
       *[on_site] Где встречаемся? Напишите адрес и кабинет.
    }
schedule-ask-audience = Для кого консультация?
btn-schedule-audience-teachers = Для учителей
btn-schedule-audience-teams = Для управленческих команд
btn-schedule-audience-pupils = Для учеников, через школу
btn-schedule-audience-parents = Родительская встреча
schedule-ask-schools = Для каких школ?
btn-schedule-schools-all = Для всех школ
btn-schedule-schools-project = Только для школ проекта
schedule-ask-area = Кому открыта запись?
schedule-ask-capacity =
    Сколько человек может записаться на одну встречу?
    Выберите или напишите число от 1 до { $most }.
btn-schedule-capacity = { $value }

schedule-terms =
    { CAP($subject) }, { $weekday }, { $clock }, { $length }
    Время местное: { $zone }
    { $way }
    { $audience ->
        [teams] Для управленческих команд
        [pupils] Для учеников, через школу
        [parents] Для родителей (где встречаемся, в открытом расписании видят все)
       *[teachers] Для учителей
    }: { $area }{ $project ->
        [yes] , только школы проекта
       *[no] {""}
    }
    { $capacity ->
        [one] Записаться может { $capacity } человек
        [few] Записаться могут { $capacity } человека
       *[many] Записаться могут { $capacity } человек
    }
    С { DATE($first, format: "d MMMM y") } по { DATE($last, format: "d MMMM y") }
    Запись: { $notice ->
        [0] до самого начала
        [one] не позже чем за { $notice } час
        [few] не позже чем за { $notice } часа
       *[many] не позже чем за { $notice } часов
    }, { $horizon ->
        [one] на { $horizon } день вперёд
        [few] на { $horizon } дня вперёд
       *[many] на { $horizon } дней вперёд
    }
schedule-way =
    { $format ->
        [on_site] Очно: { $place }
        [phone] По телефону: { $place }
       *[online] Онлайн: { $place }
    }
schedule-way-later = Онлайн, ссылка будет позже
schedule-summary =
    <b>Проверьте, всё ли верно</b>
    { $terms }
btn-schedule-publish = Опубликовать
btn-schedule-limits = Сроки и ограничения
btn-schedule-change = Исправить
schedule-change = Что исправить?
btn-schedule-change-subject = Предмет
btn-schedule-change-weekday = День недели
btn-schedule-change-starts = Время
btn-schedule-change-minutes = Длительность
btn-schedule-change-format = Как встречаемся
btn-schedule-change-contact = Ссылка или место
btn-schedule-change-audience = Для кого
btn-schedule-change-schools = Какие школы
btn-schedule-change-area = Кому открыто
btn-schedule-change-capacity = Сколько человек
schedule-limits =
    <b>Сроки и ограничения</b>
    Первый день: { $first }
    Последний день: { $last }
    Запись закрывается: { $notice ->
        [0] с началом встречи
        [one] за { $notice } час до начала
        [few] за { $notice } часа до начала
       *[many] за { $notice } часов до начала
    }
    Запись открывается: { $horizon ->
        [one] за { $horizon } день
        [few] за { $horizon } дня
       *[many] за { $horizon } дней
    }
btn-schedule-first-day = Первый день
btn-schedule-last-day = Последний день
btn-schedule-ask-notice = Когда закрывать запись
btn-schedule-ask-horizon = Когда открывать запись
schedule-ask-first-day = С какого дня консультации идут?
schedule-ask-last-day = До какого дня консультации идут?
schedule-ask-notice = За сколько до начала закрывать запись?
schedule-ask-horizon = За сколько дней открывать запись?
btn-schedule-notice =
    { $value ->
        [0] До самого начала
        [one] За { $value } час
        [few] За { $value } часа
       *[many] За { $value } часов
    }
btn-schedule-horizon =
    { $value ->
        [one] За { $value } день
        [few] За { $value } дня
       *[many] За { $value } дней
    }
schedule-published =
    Опубликовано. Теперь на это время можно записаться.
    { $terms }
btn-schedule-open = Открыть это время
btn-schedule-add-more = Добавить ещё

# One weekly time
schedule-slot = { $terms }
schedule-slot-host = Ведущий: { $host }
schedule-slot-state =
    { $state ->
        [ended] Эти консультации завершены.
        [quiet] В ближайшие четыре недели встреч нет.
       *[ahead] Ниже встречи на ближайшие четыре недели.
    }
schedule-slot-holidays =
    В нерабочие дни календаря встреч нет: { $days_off }.{ $own ->
        [yes] {" "}Встречаетесь всё равно? Добавьте окно.
       *[no] {""}
    }
schedule-slot-called-off = Актированный день, очной встречи не будет: { $called_off }. Если его отменят, она состоится.
btn-schedule-close-day = Закрыть дату
btn-schedule-open-day = Открыть дату
btn-schedule-window = Добавить окно
btn-schedule-link =
    { $link ->
        [yes] Сменить ссылку
       *[no] Прислать ссылку
    }
schedule-ask-new-link =
    Пришлите ссылку на встречу.
    Тем, кто уже записан, я сразу о ней сообщу.
btn-schedule-edit = Изменить
schedule-change-slot =
    { $terms }
    Что изменить? Все записи сохранятся.
btn-schedule-change-place =
    { $format ->
        [phone] Телефон
       *[on_site] Место
    }
schedule-change-capacity =
    Сколько человек может записаться на одну встречу? Сейчас: { $now }.
    Выберите или напишите число от { $least } до { $most }. Меньше, чем уже записалось на одну из встреч, сделать нельзя.
schedule-change-last-day = До какого дня консультации идут? День раньше последней записи выбрать нельзя.
schedule-change-venue =
    { $format ->
        [phone] По какому номеру звонить? Напишите новый телефон.
       *[on_site] Где встречаемся? Напишите новый адрес и кабинет.
    }
    Тем, кто уже записан, я сразу сообщу.
schedule-changed = Сохранено.
btn-schedule-end = Завершить
schedule-ask-close-day = Какую дату закрыть? До подтверждения ничего не изменится.
schedule-close-confirm =
    Закрываем дату: { $day }.
    { $affected }
btn-schedule-close-confirm = Да, закрыть дату
schedule-ask-open-day =
    Какую дату открыть снова?
    Отменённые встречи не вернутся: о них людям уже сообщили. Но в этот день снова можно добавить окно.
schedule-end-confirm =
    Завершаем эти консультации совсем: новых встреч не будет.
    { $affected }
btn-schedule-end-confirm = Да, завершить
schedule-affected =
    Записаны:
    { $rows }
    Я сообщу им об отмене.
schedule-affected-row = { $name }: { $when }
schedule-affected-more =
    { $count ->
        [one] и ещё { $count } человек
        [few] и ещё { $count } человека
       *[many] и ещё { $count } человек
    }
schedule-affected-nobody = Никто не записан, сообщать об этом некому.
schedule-told =
    { $what ->
        [day] Дата закрыта.
        [end] Консультации завершены.
        [link] Ссылка сохранена.
        [venue] Сохранено.
       *[meeting] Встреча отменена.
    } { $count ->
        [0] Никто не был записан.
        [one] Сообщили: { $count } человеку.
        [few] Сообщили: { $count } людям.
       *[many] Сообщили: { $count } людям.
    }
btn-schedule-to-slot = К этому времени
btn-schedule-to-meeting = К этой встрече

# One more meeting
schedule-ask-window-day = В какой день ещё одна встреча?
schedule-ask-window-time =
    { CAP($day) }. Во сколько? Время местное: { $zone }.
    Выберите или напишите, например: 15:30.
schedule-window-added = Добавлена встреча: { $meeting }. На неё уже можно записаться.
btn-schedule-open-meeting = Открыть встречу

# One meeting
schedule-meeting = { $head }
schedule-meeting-head =
    { CAP($subject) }
    { CAP($when) }, { $length }
    { $off ->
        [yes] Встреча отменена.
       *[no] { $booked ->
            [0] Пока никто не записан, мест { $capacity }
           *[other] Записано: { $booked } из { $capacity }
        }
    }
    { $where }
schedule-meeting-people =
    Кто придёт:
    { $people }
schedule-meeting-nobody = Как только кто-то запишется, вы увидите имя и вопрос здесь.
schedule-person-sure = { $name } · будет
schedule-person = { $number }. { $name }
schedule-person-topic =
    { $number }. { $name }
    Вопрос: { $topic }
btn-schedule-cancel-meeting = Отменить встречу
schedule-cancel-confirm =
    Отменяем встречу?
    { $head }
    { $affected }
btn-schedule-cancel-confirm = Да, отменить встречу

# Coordinators
oversight-subjects = Консультации на вашей территории. По какому предмету?
oversight-slots =
    <b>Консультации на вашей территории</b>
    Откройте время, чтобы увидеть встречи и, если нужно, отменить их.
oversight-none = На вашей территории консультаций пока нет. Их добавляют методисты и тьюторы в «Моё расписание».
btn-oversight-slot = { $row }, { $host }

# For everybody
open-schedule =
    <b>Расписание консультаций</b>
    { $lines }
open-schedule-register = Чтобы записаться, нужна регистрация.
open-schedule-line =
    { CAP($rule) }, { $length }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }: { $audience ->
        [pupils] для учеников, { $subject }
        [parents] родительская встреча, { $subject }
       *[teachers] { $subject }
    }, { $host }{ $resumes }{ $place }
open-schedule-place = . { $where }
open-schedule-resumes = {" "}(ближайшая { DATE($day, format: "d MMMM") })
open-schedule-regions =
    <b>Расписание консультаций</b>
    Выберите регион.
open-schedule-subjects = По какому предмету?
open-schedule-none =
    <b>Расписание консультаций</b>
    Консультаций пока нет. Загляните позже: они появятся здесь, как только ведущие назначат время.
