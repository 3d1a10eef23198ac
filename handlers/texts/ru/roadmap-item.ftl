# One item of a road map: its card, what is sent for it, what is decided. Never how late it is, always the date itself.

item-title =
    { $has ->
        [yes] <b>{ $number }. { $title }</b>
       *[no] <b>{ $title }</b>
    }
item-of =
    { $where }
    План: { $plan }
item-day = { DATE($day, format: "d MMMM") }
item-day-year = { DATE($day, format: "d MMMM y 'года'") }
item-period = В плане: { $period }
item-window = с { $first } по { $last }
item-windows =
    { $more ->
        [yes] Когда: { $windows } и дальше
       *[no] Когда: { $windows }
    }
item-due =
    { $passed ->
        [yes] Срок прошёл { $day }
       *[no] Срок: до { $day }
    }
item-put-off = Срок перенесён с { $day } на { $due }: актированный день
item-weekday = { DATE($day, format: "EEEE") }
item-recurs =
    { $how ->
        [weekly] Еженедельно{ $ahead ->
            [yes] . Ближайший раз: до { $next }
           *[no] {""}
        }
        [monthly] Ежемесячно{ $ahead ->
            [yes] . Ближайший раз: до { $next }
           *[no] {""}
        }
        [quarterly] Ежеквартально{ $ahead ->
            [yes] . Ближайший раз: до { $next }
           *[no] {""}
        }
       *[subject-day] По методическим дням{ $known ->
            [yes] : { $days }
           *[no] {""}
        }{ $ahead ->
            [yes] . Ближайший раз: { $next }
           *[no] {""}
        }
    }
item-undated = Без срока
item-on-review =
    На проверке с { $day }. { $level ->
        [curator] Проверяет куратор школы.
        [municipality] Проверяет координатор района или улуса.
        [region] Проверяет региональный координатор.
       *[none] Проверить может администратор: другого координатора пока нет.
    }
item-confirmed = Подтверждено { $day }
item-confirmed-part = Срок до { $day } закрыт: результат подтверждён
item-done = Сделано
item-dropped = Убрано из плана
item-delay =
    { $delay ->
        [no_document] Отметка: документа пока нет
       *[need_help] Отметка: нужна помощь
    }
item-parts =
    { $count ->
        [one] Выполняет { $count } исполнитель, сделано: { $done }
        [few] Выполняют { $count } исполнителя, сделано: { $done }
       *[many] Выполняют { $count } исполнителей, сделано: { $done }
    }
item-bodies = Исполнители: { $value }
item-body-project-schools = школы проекта
item-goal = Цель: { $value }
item-result = Результат: { $value }
item-document = Документ: { item-document-name }
item-document-name =
    { $document ->
        [order] приказ
        [agreement] договор или соглашение
        [minutes] протокол
        [programme] программа
        [plan] план
        [schedule] график
        [list] список
        [certificate] удостоверение или сертификат
        [recording] видео
        [collection] методические материалы
        [analysis] анализ
       *[report] отчёт или справка
    }
item-reviewer =
    { $level ->
        [curator] Подтверждает куратор школы
        [municipality] Подтверждает координатор района или улуса
        [region] Подтверждает региональный координатор
       *[none] Подтвердить может администратор: другого координатора пока нет
    }
item-remarks = Замечания:
item-remark = { $number }) { $text }
item-remarks-more =
    { $count ->
        [one] и ещё { $count } замечание
        [few] и ещё { $count } замечания
       *[many] и ещё { $count } замечаний
    }
item-quote = «{ $text }»

btn-item-open = Открыть пункт
btn-item-send = Отправить результат
btn-item-again = Отправить новую версию
btn-item-visit = Отметить посещение
btn-item-journal = Заметка в журнал
btn-item-no-document = Нет документа
btn-item-need-help = Нужна помощь
btn-item-confirm = Подтвердить
btn-item-return = Вернуть с замечаниями
btn-item-file = Открыть файл
btn-item-remarks = Замечания ({ $count })
btn-item-history = История ({ $count })
btn-item-reopen = Открыть снова

item-expects = Чтобы отправить результат, нажмите кнопку ниже. За один раз принимается одно: текст, ссылка, фото или файл. Несколько страниц соберите в один файл.
item-delay-kept = Отметили: документа пока нет. Это увидят все, кто открывает пункт.
item-confirmed-now = Подтверждено. Тому, кто отправил результат, я сообщу.
item-returned-now = Возвращено с замечаниями. Тому, кто отправил результат, я сообщу.
item-sent = Отправлено на проверку. О решении я напишу.

# Sending
item-send =
    { $has ->
        [yes] Ожидается: { item-document-name }.
       *[no] Чем подтвердить, что сделано?
    }
    Пришлите одно сообщение: текст, ссылку, фото или файл (pdf, Word, Excel, презентация, картинка, до 20 МБ).
    Имён, лиц и оценок детей, пожалуйста, не присылайте.
item-send-expects = Такое сообщение не подойдёт. Пришлите текст, ссылку, фото или файл.
item-receiving = Принимаю файл…
item-not-received = Файл не удалось получить. Пришлите его ещё раз.
item-when =
    { $kind ->
        [journal] О каком дне заметка?
       *[visit] Когда вы были в школе?
    }
item-note =
    { $kind ->
        [journal] Что отметить в журнале? Напишите обычным сообщением.
       *[visit] Что посмотрели и о чём договорились? Напишите обычным сообщением.
    }
    Имён и оценок детей, пожалуйста, не пишите.
item-help =
    { $books ->
        [yes] Отметили: нужна помощь. Это увидят все, кто открывает пункт. Можно сразу записаться на консультацию.
       *[no] Отметили: нужна помощь. Это увидят все, кто открывает пункт.
    }

# Returning
item-returning = Что нужно изменить? Напишите замечание обычным сообщением, каждое отдельно. Без замечаний вернуть нельзя. Имён и оценок детей, пожалуйста, не пишите.
item-returning-more =
    Замечания:
    { $lines }
    Напишите ещё одно или верните результат.
btn-item-return-now =
    { $count ->
        [one] Вернуть: { $count } замечание
        [few] Вернуть: { $count } замечания
       *[many] Вернуть: { $count } замечаний
    }
btn-item-drop-remark = Убрать последнее
item-remarks-full =
    { $limit ->
        [one] За один раз можно { $limit } замечание. Верните результат с тем, что уже написано.
        [few] За один раз можно { $limit } замечания. Верните результат с тем, что уже написано.
       *[many] За один раз можно { $limit } замечаний. Верните результат с тем, что уже написано.
    }
item-remarks-all =
    Открытые замечания:
    { $lines }
    Исправили? Отметьте каждое.
item-remarks-none = Открытых замечаний нет. Исправленное отправьте новой версией.
btn-item-close-remark = ✓ { $number }. { $text }
item-remark-closed = Замечание закрыто.

# All versions
item-version =
    { item-version-what }{ $visited ->
        [yes] {" "}({ $visit })
       *[no] {""}
    }, { $mine ->
        [yes] отправили вы { $day }
       *[no] отправлено { $day }
    }: { item-version-state }
item-version-what =
    Версия { $number }: { $kind ->
        [text] текст
        [link] ссылка
        [photo] фото
        [file] файл
        [visit] посещение школы
       *[journal] заметка в журнал
    }
item-version-state =
    { $state ->
        [waiting] ждёт проверки
        [confirmed] { $when ->
            [yes] подтверждено { $decided }
           *[no] подтверждено
        }
        [returned] { $when ->
            [yes] возвращено с замечаниями { $decided }
           *[no] возвращено с замечаниями
        }
        [replaced] заменена новой
       *[erased] содержимое стёрто
    }
item-version-at = Отправлено: { $when }
item-version-file =
    { $named ->
        [yes] Файл: { $name }, { $size } КБ
       *[no] Файл: { $size } КБ
    }
item-version-erased = Текст и файл стёрты навсегда, осталась только эта строка.
item-history-none = Пока ничего не отправляли.
btn-item-version =
    { $number }. { $kind ->
        [text] Текст
        [link] Ссылка
        [photo] Фото
        [file] Файл
        [visit] Посещение
       *[journal] Заметка
    }
btn-item-erase = Стереть содержимое
btn-item-erase-yes = Да, стереть навсегда
item-erase =
    Стереть содержимое версии { $number }?
    Текст и файл исчезнут навсегда, в истории останется только строка. Если версия ещё ждёт проверки, пункт снова станет открытым.
item-erased-now = Стёрто.
item-file-caption = Версия { $number }
item-file-name = Версия { $number }

# What waits for a review
btn-menu-waits-plans = Документы планов
btn-menu-waits-plans-count = Документы планов ({ $count })
reviews-none =
    Сейчас вашей проверки ничего не ждёт.
    Когда пришлют новый результат, он появится здесь.
reviews-all =
    Ждёт вашей проверки: { $count }
    { $lines }
reviews-row = { $number }. { $title }: { $where }, отправлено { $day }
btn-reviews-row = { $number }. { $title }

digest-review = Ждёт проверки: { $title }, { $where }, отправлено { DATE($day, format: "d MMMM") }
notice-confirmed = Подтверждено: { $title }
notice-returned = Не подтверждено: { $title }
notice-returned-next = Можно исправить и отправить снова.
