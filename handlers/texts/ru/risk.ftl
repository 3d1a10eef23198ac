# Risk profiles of schools (screens.md S8). A factor has a short neutral name; its official wording stands in the detail.

command-risk = Профиль школы
btn-menu-risk = Профиль школы
btn-menu-waits-risk = Решения по профилям
btn-menu-waits-risk-count = Решения по профилям ({ $count })

# Whose profile
risk-schools =
    { $count ->
        [one] Чей профиль открыть? У вас { $count } школа.
        [few] Чей профиль открыть? У вас { $count } школы.
       *[many] Чей профиль открыть? У вас { $count } школ.
    }
risk-schools-empty = Школ, чьи профили вам открыты, пока нет. Спросите координатора района или улуса.
risk-schools-typed =
    { $found ->
        [none] { $count ->
            [0] Среди ваших школ не нашлось: { $typed }. Напишите иначе или откройте все школы.
           *[other] Точно такой среди ваших школ нет: { $typed }. Может быть, одна из этих?
        }
       *[some] { $count ->
            [one] Нашлась { $count } школа: { $typed }
            [few] Нашлись { $count } школы: { $typed }
           *[many] Нашлось { $count } школ: { $typed }
        }
    }
risk-schools-ask = Выберите или напишите номер, название или село. Например: сош 6 лабинск
btn-risk-counts = Сколько факторов преодолено
risk-counts =
    <b>Факторы: преодолено { $closed }, осталось { $left }</b>
    { $schools ->
        [one] По { $schools } школе, где они есть. Выберите район или улус.
        [few] По { $schools } школам, где они есть. Выберите район или улус.
       *[many] По { $schools } школам, где они есть. Выберите район или улус.
    }
risk-count-line = { $name }: преодолено { $closed }, осталось { $left }

# The card: its lines, and the words of text and picture
risk-title = <b>{ $title }</b>
risk-line = { $line }
risk-head = <b>{ $head }</b>
risk-profile =
    { $known ->
        [yes] Рисковый профиль от { $day }, волна { $wave }, источник: { $source }, { $by }
       *[no] Рисковый профиль от { $day }, волна { $wave }, источник: { $source }
    }
risk-no-profile = Рисковый профиль школы пока не внесён.
risk-entered-by =
    { $role ->
        [school_lead] внёс руководитель школы
        [municipal_coordinator] внёс координатор района или улуса
        [regional_coordinator] внёс региональный координатор
        [observer] внёс аналитик
        [admin] внёс администратор
       *[none] внесён таблицей
    }
risk-factors =
    { $closed ->
        [0] Актуальных факторов: { $count }
       *[other] Актуальных факторов: { $count }, преодолено за все годы: { $closed }
    }
risk-no-factors =
    { $has ->
        [yes] В этом профиле актуальных факторов нет.
       *[no] Факторы появятся, когда профиль внесут: руководитель школы или координатор.
    }
risk-factor-line =
    { $has ->
        [yes] { $number } { $name }. Значимость: { $significance }. { $more }
       *[no] { $number } { $name }. Значимость: { $significance }
    }
risk-significance =
    { $level ->
        [high] высокая
        [middle] средняя
        [low] низкая
       *[unknown] не указана
    }
risk-standing =
    { $stands ->
        [pending] На рассмотрении школы
        [confirmed-waiting] Школа подтвердила, решение ждёт проверки
        [confirmed-confirmed] Школа подтвердила, решение проверено
        [confirmed-returned] Решение школы вернули, она решает снова
        [partly-waiting] Школа подтвердила частично, решение ждёт проверки
        [partly-confirmed] Школа подтвердила частично, решение проверено
        [partly-returned] Решение школы вернули, она решает снова
        [refuted-waiting] Школа не подтвердила, решение ждёт проверки
        [refuted-confirmed] Школа не подтвердила, решение проверено
        [refuted-returned] Решение школы вернули, она решает снова
        [active] В работе с { $day }
        [closing] Школа считает фактор преодолённым, это ждёт проверки
        [closed] Преодолён
       *[left] Больше не назван
    }
risk-done = Сделано: { $what }
risk-done-items =
    { $items ->
        [one] { $items } пункт плана из { $all_items }
        [few] { $items } пункта плана из { $all_items }
       *[many] { $items } пунктов плана из { $all_items }
    }
risk-done-bookings =
    { $bookings ->
        [one] { $bookings } консультация из { $all_bookings }
        [few] { $bookings } консультации из { $all_bookings }
       *[many] { $bookings } консультаций из { $all_bookings }
    }
risk-panels = Результаты к своим прошлым годам: сколько ниже минимума
risk-no-results = Результаты процедур пока не внесены.
risk-panel-line =
    { $had ->
        [yes] { $title }, { $year }: { $now }, было { $before }{ $compared ->
            [yes] . В среднем: { $averages }
           *[no] {""}
        }
       *[no] { $title }, { $year }: { $now }{ $compared ->
            [yes] . В среднем: { $averages }
           *[no] {""}
        }
    }
risk-cell-count =
    { $biased ->
        [yes] { $count } ({ $share }), { $mark }
       *[no] { $count } ({ $share })
    }
risk-average = { $unit } { $share }
risk-unit = район
risk-unit-region = регион
risk-legend =
    { $of ->
        [share] доля, вся полоса 100 %
        [biased] * признаки необъективности
        [near] среднее: { $unit }
       *[region] среднее по региону
    }
risk-event-said = : «{ $text }»
risk-drawn = Составлено { $day }
btn-risk-factor = { $number }. { $name }
btn-risk-picture = Картинка
btn-risk-table = Excel
btn-risk-results = Результаты
btn-risk-plan = План школы
btn-risk-protocols = Протоколы куратора школы
btn-risk-versions = Версии профиля ({ $count })
btn-risk-enter = Внести профиль
btn-risk-carry = Перенести на этот год
risk-carried =
    { $count ->
        [0] Переносить нечего: открытые факторы уже в этом учебном году.
        [one] Перенесён { $count } фактор со всей историей.
        [few] Перенесено { $count } фактора со всей историей.
       *[many] Перенесено { $count } факторов со всей историей.
    }
risk-file = { $title }: рисковый профиль
risk-sheet =
    { $of ->
        [factors] Факторы
       *[results] Результаты
    }
risk-table =
    { $column ->
        [number] №
        [factor] Фактор
        [wording] Официально
        [significance] Значимость
        [standing] Где сейчас
        [done] Сделано
       *[reason] Причина решения школы
    }

# Versions
risk-versions =
    Все версии профиля, новые сверху. Действует самая новая по дате.
    { $lines }
risk-version-line =
    { $factors ->
        [one] { $number }. От { $day }, { $year }, волна { $wave }: { $factors } фактор
        [few] { $number }. От { $day }, { $year }, волна { $wave }: { $factors } фактора
       *[many] { $number }. От { $day }, { $year }, волна { $wave }: { $factors } факторов
    }
btn-risk-version = { $number }. От { $day }
risk-version =
    Источник: { $source }
    { $lines }
risk-version-factor = { $name }: { $significance }
btn-risk-file = Открыть файл

# One factor
risk-wording = Официально: { $wording }
risk-factor-significance = Значимость: { $significance }
risk-factor-reason = Школа пишет: «{ $reason }»
risk-factor-closing = Почему преодолён: «{ $reason }»
risk-factor-note = Вернули с вопросом: «{ $note }»
risk-factor-programme =
    { $state ->
        [draft] Антирисковая программа, версия { $version }: пишется
        [waiting] Антирисковая программа, версия { $version }: ждёт согласования
        [returned] Антирисковая программа, версия { $version }: вернули с замечаниями
       *[agreed] Антирисковая программа, версия { $version }: согласована
    }
btn-risk-confirm = Подтвердить решение школы
btn-risk-return = Вернуть решение
btn-risk-confirm-closing = Подтвердить: преодолён
btn-risk-return-closing = Вернуть: ещё в работе
btn-risk-review-programme = Проверить программу
btn-risk-decide = Отметить решение школы
btn-risk-activate = Отметить день в МЭДК
btn-risk-programme = Антирисковая программа
btn-risk-done = Что сделано
btn-risk-seminar = Запросить семинар
btn-risk-items = Пункты плана
btn-risk-close = Закрыть: тема решена
btn-risk-history = История ({ $count })
risk-confirmed = Подтверждено. Школе я сообщу.
risk-returned = Возвращено. Школе я сообщу.
risk-topic = Фактор «{ $factor }»

# The school's decision
risk-decide =
    { $wording }
    Актуален ли этот фактор для школы? Решение проверит куратор школы или координатор.
btn-risk-confirmed = Подтверждаем
btn-risk-partly = Подтверждаем частично
btn-risk-refuted = Не подтверждаем
risk-warning = В профиле у этого фактора высокая значимость. Если он всё же не про вашу школу, объясните почему.
risk-reason =
    { $decision ->
        [partly] Что именно подтверждаете, а что нет? Напишите одним сообщением.
       *[refuted] Почему не подтверждаете? Напишите одним сообщением.
    }
    Имён и оценок детей, пожалуйста, не пишите.
risk-decided = Решение отправлено на проверку. Об ответе я напишу.
risk-day = Когда фактор включили в работу в МЭДК (системе 500+)? Выберите день.
risk-activated = Отмечено. Теперь можно писать антирисковую программу.
risk-closing = По чему видно, что фактор преодолён? Напишите одним сообщением. Имён и оценок детей, пожалуйста, не пишите.
risk-closing-sent = Отправлено на проверку. Об ответе я напишу.
risk-returning = Что нужно изменить или пояснить? Напишите одним сообщением, школа прочитает это слово в слово.
risk-event =
    { $act ->
        [opened] { $day }: фактор назван в профиле
        [decided] { $day }: школа решила{ $text }
        [confirmed] { $day }: решение подтверждено
        [returned] { $day }: решение вернули{ $text }
        [activated] { $day }: отмечено в МЭДК, в работе с { $text }
        [carried] { $day }: перенесён в новый учебный год
        [renewed] { $day }: новый год, школа решает снова
        [closing] { $day }: школа считает фактор преодолённым{ $text }
        [closed] { $day }: преодолён
        [closing_returned] { $day }: вернули в работу{ $text }
       *[left] { $day }: новый профиль его не называет
    }

# What was done
risk-deeds-none = Пока ничего не отмечено. Отметьте пункты плана или запишитесь на консультацию из этого фактора.
risk-deed =
    { $done ->
        [yes] { $number }. { $title }: сделано
       *[no] { $number }. { $title }: в работе
    }
risk-deeds-bookings = Консультаций об этом факторе: { $bookings }, прошло: { $held }
risk-items = Какие пункты плана школы об этом факторе? Нажмите, чтобы отметить или снять отметку.
risk-items-none = Пунктов в плане школы пока нет. Когда план загрузят, отметьте здесь нужные.
btn-risk-tick =
    { $ticked ->
        [yes] ✓ { $number }. { $name }
       *[no] { $number }. { $name }
    }

# The programme
risk-programme =
    { $state ->
        [none] Антирисковая программа: ещё не начата
        [draft] Антирисковая программа, версия { $version }: пишется
        [waiting] Антирисковая программа, версия { $version }: ждёт согласования
        [returned] Антирисковая программа, версия { $version }: вернули с замечаниями
       *[agreed] Антирисковая программа, версия { $version }: согласована
    }
risk-part =
    { $part ->
        [goal] Цель
        [tasks] Задачи
        [terms] Сроки
        [measures] Меры
        [indicators] Показатели
       *[people] Ответственные
    }
risk-part-line =
    { $stands ->
        [written] ✓ { $number }. { $part }: { $text }
        [file] ✓ { $number }. { $part }: в файле
       *[missing] { $number }. { $part }: нет
    }
risk-programme-missing =
    { $missing ->
        [one] Не хватает { $missing } части. Напишите её или отметьте, что она есть в файле.
        [few] Не хватает { $missing } частей. Напишите их или отметьте, что они есть в файле.
       *[many] Не хватает { $missing } частей. Напишите их или отметьте, что они есть в файле.
    }
risk-part-title = <b>{ $part }</b>
risk-part-text = { $text }
risk-part-ticked = Эта часть есть в файле.
risk-part-ask =
    { $hint ->
        [goal] Чего школа хочет добиться по этому фактору? Напишите обычным сообщением.
        [tasks] Какие задачи для этого решает школа? Напишите обычным сообщением.
        [terms] К каким датам? Напишите обычным сообщением.
        [measures] Что школа делает? Напишите обычным сообщением.
        [indicators] По каким числам или признакам это видно? Напишите обычным сообщением.
       *[people] Кто отвечает? Напишите должности, без имён детей.
    }
risk-part-kept = Сохранено.
btn-risk-tick-part = Эта часть есть в файле
btn-risk-untick-part = В файле её нет
btn-risk-clear-part = Убрать текст
btn-risk-programme-attach = Прислать файл программы
risk-programme-file = Пришлите программу файлом: pdf, Word, Excel или картинка, до 20 МБ. Имён и оценок детей в нём быть не должно.
risk-expects-file = Здесь нужен файл: пришлите его через скрепку, как документ.
risk-programme-file-kept = Файл сохранён. Отметьте, какие части в нём есть.
btn-risk-programme-send = Отправить на согласование
risk-programme-sent = Отправлено на согласование. Об ответе я напишу.
btn-risk-agree = Согласовать
btn-risk-programme-return = Вернуть с замечаниями
risk-programme-agreed = Согласовано. Школе я сообщу.

# What waits
risk-waiting-none =
    Сейчас вашего решения о профилях ничего не ждёт.
    Когда школа решит или пришлёт программу, это появится здесь.
risk-waiting =
    Ждёт вашего решения: { $count }
    { $lines }
risk-waiting-row =
    { $matter ->
        [decision] { $number }. { $factor }: решение школы, с { $day }. { $where }
        [closing] { $number }. { $factor }: школа считает преодолённым, с { $day }. { $where }
       *[programme] { $number }. { $factor }: программа, с { $day }. { $where }
    }
btn-risk-open = Открыть фактор

# Entering a profile
risk-entry-day = От какого числа профиль? Выберите день.
risk-entry-source =
    Профиль от { $day }. Откуда он? Выберите или напишите.
btn-risk-source-oko = ФИС ОКО
btn-risk-source-self = Самодиагностика школы
btn-risk-source-monitoring = Мониторинг региона
risk-entry-wave = Какая это волна анкет в учебном году?
btn-risk-wave = { $wave }
btn-risk-wave-unknown = Не знаю, посчитать по дате
risk-entry-factors =
    { $count ->
        [0] Какие факторы актуальны? Выберите каждый и укажите его значимость.
        [one] Отмечен { $count } фактор. Выберите ещё или идите дальше.
        [few] Отмечено { $count } фактора. Выберите ещё или идите дальше.
       *[many] Отмечено { $count } факторов. Выберите ещё или идите дальше.
    }
btn-risk-choose =
    { $ticked ->
        [yes] ✓ { $number }. { $name }, { $level ->
            [high] высокая
            [middle] средняя
            [low] низкая
           *[unknown] не указана
        }
       *[no] { $number }. { $name }
    }
risk-entry-significance =
    { $wording }
    Какая значимость стоит в профиле?
btn-risk-level =
    { $level ->
        [high] Высокая
        [middle] Средняя
        [low] Низкая
       *[unknown] Не указана
    }
btn-risk-out = Убрать из профиля
btn-risk-next = Дальше
risk-entry-file = Есть файл профиля? Пришлите его или нажмите «Без файла». Подойдут pdf, Word, Excel, картинка, до 20 МБ.
btn-risk-no-file = Без файла
risk-entry-check =
    Сохранить профиль от { $day }?
    Источник: { $source }
    { $wave ->
        [0] Волна: посчитаем по дате
       *[other] Волна: { $wave }
    }
    { $has ->
        [yes] Файл: { $file }
       *[no] Без файла
    }
    Факторов: { $count }
risk-entry-lines = { $lines }
risk-entry-none = Ни одного фактора не отмечено: профиль будет без актуальных факторов.
risk-entry-unnamed =
    { $stay ->
        [yes] { $unnamed ->
            [one] Ещё { $unnamed } фактор не отмечен. Он останется: снять фактор можно решением школы, его подтвердит куратор школы.
            [few] Ещё { $unnamed } фактора не отмечены. Они останутся: снять фактор можно решением школы, его подтвердит куратор школы.
           *[many] Ещё { $unnamed } факторов не отмечены. Они останутся: снять фактор можно решением школы, его подтвердит куратор школы.
        }
       *[no] { $unnamed ->
            [one] Из профиля уйдёт { $unnamed } фактор, который ещё не в работе.
            [few] Из профиля уйдут { $unnamed } фактора, которые ещё не в работе.
           *[many] Из профиля уйдёт { $unnamed } факторов, которые ещё не в работе.
        }
    }
btn-risk-keep = Сохранить

# Protocols
risk-protocols =
    Протоколы куратора школы, новые сверху
    { $lines }
risk-protocols-none =
    { $write ->
        [yes] Протоколов пока нет. Запишите, о чём договорились со школой.
       *[no] Протоколов пока нет. Их пишет куратор школы.
    }
risk-protocol-line = { $number }. { $day }: { $factors }
btn-risk-protocol-write = Записать протокол
risk-protocol =
    <b>Протокол от { $day }</b>
    Факторы: { $factors }
btn-risk-protocol-file = Скачать текстом
risk-protocol-file =
    { $title }
    Протокол куратора школы от { $day }
    Факторы: { $factors }

    { $text }
risk-protocol-name = Протокол { $day }
risk-protocol-day = Когда вы договорились? Выберите день.
risk-protocol-factors = О каких факторах шла речь? Отметьте все.
risk-protocol-no-factors = В профиле школы нет факторов, о которых можно записать протокол. Сначала внесите профиль.
risk-protocol-text = О чём договорились? Напишите одним сообщением: что делает школа и к какому сроку. Имён и оценок детей, пожалуйста, не пишите.
risk-protocol-kept = Протокол сохранён. Его видят все, кому открыт профиль школы.

# The catalogue
btn-reference-factors = Факторы профиля
risk-catalogue-region = Факторы какого региона?
risk-catalogue =
    { $hidden ->
        [0] Факторы рискового профиля: { $count }. Порядок здесь такой же, как в профилях.
       *[other] Факторы рискового профиля: { $count }, скрыто: { $hidden }. Порядок здесь такой же, как в профилях.
    }
btn-risk-catalogue =
    { $shown ->
        [yes] { $number }. { $name }
       *[no] { $number }. { $name } (скрыт)
    }
btn-risk-catalogue-add = Добавить фактор
risk-catalogue-one =
    <b>{ $name }</b>
    Официально: { $wording }
    Источник: { $source }
    Место в списке: { $place }{ $shown ->
        [yes] {""}
       *[no] . Скрыт: в новых профилях его не предлагают
    }
btn-risk-up = Выше
btn-risk-down = Ниже
risk-catalogue-name = Как коротко называть фактор «{ $name }»? До 28 букв, нейтрально: название видят школы.
risk-catalogue-new-name = Как коротко назвать фактор? До 28 букв, нейтрально: название видят школы. Например: Школьный транспорт
risk-catalogue-new-wording = Как он называется официально? До 300 букв.
risk-catalogue-new-source = Откуда этот фактор? Назовите документ или решение.
risk-catalogue-added = Готово. Добавлен фактор «{ $name }».
