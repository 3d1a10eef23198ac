# Who came to lessons of the permanent seminar; hours, certificates, materials.

notice-scame-how =
    Как прошло занятие?
    { $title }
    { CAP($at) }
    { $people ->
        [one] Был записан { $people } человек
        [few] Было записано { $people } человека
       *[many] Было записано { $people } человек
    }
notice-scame-marked = Спасибо, занятие { $day } отмечено: { $title }.
notice-scame-over = Занятие { $day } прошло: { $title }.
notice-scert-changed = Отметки о занятиях «{ $title }» исправлены, поэтому сертификат № { $number } больше не действует. Если часы у вас остались, можно получить новый.

# One lesson
scame-head =
    <b>{ $title }</b>
    { $series ->
        [yes] Занятие { $number } из { $count }. { CAP($at) }
       *[no] { CAP($at) }
    }
scame-left = участник, который вышел из бота
scame-of-school = { $name }, { $school }

# «Отметиться»
btn-scame-check-in = Отметиться
btn-scame-here = Я на занятии
scame-said = Вы отметились { $at }.
scame-host-says =
    { $came ->
        [yes] Ведущий отметил, что вы были на занятии.
       *[no] Ведущий не отметил вас на этом занятии. Если вы были, напишите ему: отметку можно исправить.
    }
scame-not-held =
    { $why ->
        [people] Занятие не состоялось: никто не смог прийти или подключиться.
        [connection] Занятие не состоялось: не было связи.
       *[host] Занятие не состоялось: ведущий не смог провести его.
    } Если это не так, напишите ведущему: отметку можно исправить.
scame-spoken = Ведущий уже отметил это занятие. Если в отметке ошибка, напишите ему.
scame-stands =
    { $stands ->
        [off] Занятие отменено.
        [ended] Ваша запись на это мероприятие закончилась.
        [ahead] Отметиться можно с { $opens } до { $closes }.
        [now] { $by ->
            [code] Напишите код занятия: четыре цифры, их называет ведущий. Отметиться можно до { $closes }.
           *[button] Нажмите «Я на занятии», и занятие войдёт в ваши часы. Отметиться можно до { $closes }.
        }
       *[over] Отметиться можно было до { $closes }. Если вы были на занятии, скажите ведущему: он отметит вас сам.
    }
scame-tap = Писать ничего не нужно: отметиться можно кнопкой «Я на занятии», пока идёт занятие.

# Who leads it
btn-menu-seminar-marks = Кто пришёл на занятия
btn-menu-seminar-marks-count = Кто пришёл на занятия ({ $count })
btn-scame-marks = Кто пришёл
scame-unmarked =
    <b>Кто пришёл на занятия</b>
    { $some ->
        [yes] Эти занятия прошли и ещё не отмечены. По отметкам участники получают часы.
       *[no] Все занятия отмечены. Новые появятся здесь, когда закончатся.
    }
btn-scame-lesson = { CAP($at) } · { $title }
btn-scame-begun = Занятие { $number }: { $at }
scame-begun =
    <b>{ $title }</b>
    { $some ->
        [yes] Какое занятие отметить?
       *[no] Занятий, которые уже начались, пока нет.
    }
scame-card =
    { $head }
    { $all ->
        [0] На это занятие никто не записан.
        [one] Записан { $all } человек, сами отметились: { $said }.
        [few] Записаны { $all } человека, сами отметились: { $said }.
       *[many] Записаны { $all } человек, сами отметились: { $said }.
    }
    { $state ->
        [off] Занятие отменено.
        [held] Занятие состоялось, пришли: { $came }.
        [people] Занятие не состоялось: никто не смог прийти или подключиться.
        [connection] Занятие не состоялось: не было связи.
        [host] Занятие не состоялось: ведущий не смог провести его.
       *[none] { $begun ->
            [yes] Вы ещё не отметили, кто пришёл. Пока в часы идут занятия тех, кто отметился сам.
           *[no] Отметить, кто пришёл, можно с начала занятия.
        }
    }
scame-until = Отметить и исправить можно до: { $until }.
scame-over = Две недели прошли, исправить отметку уже нельзя.
btn-scame-code = Код для участников
scame-code =
    Код занятия: <b>{ $code }</b>
    Назовите его тем, кто пришёл, или напишите на доске. Код действует до { $until }.
btn-scame-not-held = Не состоялось
scame-people =
    { $head }
    Нажмите на тех, кто пришёл. Отмечено: { $came } из { $all }.
btn-scame-person =
    { $came ->
        [yes] ✓ { $name }
       *[no] { $name }
    }
btn-scame-kept = Места без имён: { $kept } из { $of }
scame-kept =
    Школы оставили места без имён: { $of }. Сколько человек пришло на эти места?
    Напишите число.
scame-all-ask =
    { $head }
    Сейчас отмечено: пришли { $came } из { $all }. Отметить всех?
btn-scame-all-yes = Да, пришли все
scame-why =
    { $head }
    { $marked ->
        [yes] Сейчас отмечено: пришли { $came } из { $all }. После ответа часов за это занятие ни у кого не будет. Почему занятие не состоялось?
       *[no] Почему занятие не состоялось?
    }
scame-nobody =
    { $head }
    Никто не отмечен. Занятие не состоялось? Выберите причину или вернитесь и отметьте тех, кто пришёл.
btn-scame-reason-people = Никто не смог прийти
btn-scame-reason-connection = Не было связи
btn-scame-reason-host = Я не смог(ла) провести
scame-nameless = Места без имён
scame-cell-off = не состоялось
scame-file = Кто был: { $title }

# Certificates
btn-scert = Сертификат
btn-scert-mine = Сертификаты
btn-scert-new = Получить новый
btn-scert-send = Прислать ещё раз
btn-scert-row =
    { $valid ->
        [yes] № { $number } · { $title }
       *[no] № { $number }, не действует · { $title }
    }
scert-mine =
    <b>Сертификаты</b>
    { $some ->
        [yes] Каждый можно прислать ещё раз.
       *[no] Сертификатов пока нет. Когда мероприятие закончится и ведущий отметит, что вы были, откройте его в программе и нажмите «Сертификат».
    }
scert-card =
    <b>Сертификат № { $number }</b>
    { $title }
    На имя: { $name }
    Учебное время: { $hours }. Последнее занятие: { DATE($day, format: "d MMMM y") }
    { $valid ->
        [yes] Сертификат действует.
       *[no] Отметки о занятиях исправлены, поэтому этот сертификат больше не действует.
    }
scert-name =
    <b>{ $title }</b>
    Ваше учебное время: { $hours }.
    Как написать имя в сертификате? { $known ->
        [yes] Нажмите кнопку, если имя ниже подходит, или напишите его полностью.
       *[no] Напишите его полностью.
    }
btn-scert-name = { $name }
scert-hours =
    { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
       *[many] { $hours } часов
    }
scert-file = Сертификат { $number }
scert-sheet-head = { $region } · Постоянно действующий семинар
scert-sheet-title = Сертификат
scert-sheet-number = № { $number }
scert-sheet-event =
    { $kind ->
        [webinar] Участие в вебинаре
        [seminar] Участие в семинаре
        [course] Участие в курсе
        [setting_up] Участие в установочном семинаре
       *[practice] Участие в практикуме
    } «{ $title }»
scert-sheet-hours = Учебное время: { $hours }
scert-sheet-day = Последнее занятие: { DATE($day, format: "d MMMM y") }
scert-sheet-foot = Сформировано по отметкам о занятиях { DATE($day, format: "d MMMM y") }, № { $number }

# Hours
btn-strain-mine = Мои часы
btn-strain-file = Выгрузить в Excel
strain-none =
    <b>Мои часы</b>
    Часов пока нет. Запишитесь на мероприятие из программы и отметьтесь на занятии: оно появится здесь.
strain-mine =
    <b>Мои часы</b>
    { $sums }

    { $lines }
strain-year = <b>{ $year } учебный год: { $hours }</b>
strain-part =
    { CAP($half) }: { $hours }, { $count ->
        [one] { $count } занятие
        [few] { $count } занятия
       *[many] { $count } занятий
    }
strain-outside =
    Вне полугодий: { $hours }, { $count ->
        [one] { $count } занятие
        [few] { $count } занятия
       *[many] { $count } занятий
    }
strain-lesson = { $number }. { CAP($day) }: { $title }, { $hours }
btn-strain-lesson = { $number }. { $title }
btn-strain-of-school = Часы учителей
btn-strain-school = { $school }
btn-strain-schools = Другая школа
strain-which-school = Какая школа?
strain-school =
    <b>Часы учителей, { $school }</b>
    { $some ->
        [yes] За полугодие ({ $half }):
       *[no] Пока никто не был на занятиях: полугодие семинаров ещё не началось или учителей школы нет в боте.
    }
    { $lines }
strain-teacher =
    { $name }: { $count ->
        [0] занятий пока нет
        [one] { $hours }, { $count } занятие
        [few] { $hours }, { $count } занятия
       *[many] { $hours }, { $count } занятий
    }
btn-strain-watch = Кто записался и был
strain-watch-none =
    <b>Кто записался и был, { $half }</b>
    Пока никто не просил тем и не записан на мероприятия. Напомните школам о программе и о сборе запросов.
strain-watch =
    <b>Кто записался и был, { $half }</b>
    Школы: просили темы { $asking }, записались { $signed }, были { $came }; просили, но не были { $missed }.
    { $lines }
strain-watch-row =
    { $number }. { $school }: просили { $asked }, записаны { $signed }, были { $came }{ $nameless ->
        [yes] {" "}и, возможно, кто-то на местах без имён
       *[no] {""}
    }{ $missed ->
        [yes] . Есть темы, на которые никто не пришёл
       *[no] {""}
    }
strain-watch-school =
    <b>{ $school }</b>
    Попросили тем: { $asked }.
    { $some ->
        [yes] Мероприятия:
       *[no] Мероприятий по этим темам в программе пока нет.
    }
    { $lines }
strain-watch-event =
    { $title }: { $asked ->
        [yes] просили, записаны { $signed }
       *[no] записаны { $signed }
    }, { $stands ->
        [unheld] мероприятие не состоялось
        [missed] мероприятие прошло, из школы никто не отмечен
        [over] были { $came }
       *[ahead] мероприятие впереди или идёт, были { $came }
    }{ $nameless ->
        [0] {""}
       *[other] . На местах без имён из всех школ были: { $nameless }
    }
btn-strain-hours = Часы по школам
strain-hours =
    <b>Часы по школам</b>
    { $some ->
        [yes] Часы складываются по людям школы. Где было меньше пяти человек, числа скрыты.
       *[no] Отмеченных занятий пока нет.
    }
    { $lines }
strain-hours-row =
    { $school }: { $hidden ->
        [yes] меньше пяти человек
       *[no] { $count ->
            [one] { $count } человек, { $hours }
            [few] { $count } человека, { $hours }
           *[many] { $count } человек, { $hours }
        }
    }
strain-file-mine = Мои часы на семинарах
strain-file-school = Часы учителей, { $half }
strain-file-watch = Кто записался и был, { $half }
strain-sheet = Семинары
strain-yes-no =
    { $yes ->
        [yes] да
       *[no] нет
    }
strain-column-day = Дата
strain-column-title = Мероприятие
strain-column-minutes = Минут
strain-column-name = Учитель
strain-column-school = Школа
strain-column-asked = Попросили тем
strain-column-wanted = Просили эту тему
strain-column-signed = Записаны
strain-column-came = Были
strain-column-nameless = Были на местах без имён, из всех школ
strain-column-missed = Просили, но не были

# Materials
notice-smat-came = К мероприятию «{ $title }» появились материалы.
notice-smat-missed = Материалы мероприятия «{ $title }» можно посмотреть здесь, когда вам удобно.
btn-smat = Материалы
smat-all =
    <b>Материалы: { $title }</b>
    { $some ->
        [yes] Файлы откроются по кнопкам.
       *[no] { $gives ->
            [yes] Материалов пока нет. Добавьте запись, презентацию или другой файл: те, кто был на занятии, получат одно сообщение.
           *[no] Материалов пока нет. Когда ведущий их добавит, они появятся здесь.
        }
    }
    { $lines }
smat-row =
    { $number }. { $title }{ $recording ->
        [yes] {" "}(запись)
       *[no] {""}
    }{ $file ->
        [yes] , файл
       *[no] : { $link }
    }
btn-smat-file = { $number }. { $title }
btn-smat-one = { $title }
btn-smat-add = Добавить материал
btn-smat-remove = Убрать материал
smat-title = Что это за материал? Нажмите кнопку или напишите название.
btn-smat-recording = Запись занятия
btn-smat-slides = Презентация
btn-smat-handout = Раздаточный материал
smat-body =
    { $title }
    Пришлите ссылку, файл или фото. Подойдут PDF, документы, таблицы и презентации без макросов, снимки: до 20 МБ.
smat-body-expects = Здесь нужна ссылка, файл или фото.
smat-added = Материал добавлен. Те, кто был на занятии, получат одно сообщение обо всех новых материалах: не раньше чем через полчаса и после занятия, ночью и в выходные его не будет.
smat-which = Какой материал убрать?
smat-sure = Убрать «{ $title }»? Открыть его больше не сможет никто.
btn-smat-sure = Убрать
smat-removed = Материал убран.

# Rating
notice-srate = Спасибо, что были на мероприятии «{ $title }». Насколько оно было полезно? Ответ займёт одно нажатие.
btn-srate = Оценить
btn-srate-read = Как оценили
srate-score =
    <b>{ $title }</b>
    { $open ->
        [yes] Насколько это было полезно? 1: совсем нет, 5: очень. Ведущий и методисты семинара прочтут среднее и строки без имён, и только если ответят пять человек или больше.
       *[no] Оценить можно было в течение двух недель.
    }
    { $rated ->
        [yes] Ваша оценка: { $score }
       *[no] {""}
    }
btn-srate-1 = 1
btn-srate-2 = 2
btn-srate-3 = 3
btn-srate-4 = 4
btn-srate-5 = 5
srate-words =
    Ваша оценка: { $score }. Хотите добавить одну строку? Имён, пожалуйста, не пишите.
    { $written ->
        [yes] Сейчас там: { $words }
       *[no] {""}
    }
btn-srate-erase = Убрать строку
srate-done =
    <b>{ $title }</b>
    Спасибо! Ваша оценка: { $score }.
    { $written ->
        [yes] { $words }
       *[no] {""}
    }
    Изменить её можно до: { $until }.
btn-srate-change = Изменить
srate-early =
    <b>Как оценили</b>
    Оценки собираются две недели после последнего занятия. Потом здесь будет среднее.
srate-few =
    <b>Как оценили</b>
    Ответили меньше пяти человек: чтобы никого нельзя было узнать, среднее не показывается.
srate-told =
    <b>Как оценили</b>
    Среднее: { $average }. { $count ->
        [one] Ответил { $count } человек.
        [few] Ответили { $count } человека.
       *[many] Ответили { $count } человек.
    }
    { $lines }
srate-line = · { $words }
