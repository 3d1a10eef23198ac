# The report of an import, read by coordinators in the chat and by the operator in a terminal.

import-head =
    { $kind ->
        [municipalities] Муниципалитеты: что изменит файл
        [schools] Школы: что изменит файл, списки на { $year }
       *[other] Дни консультаций: что изменит файл
    }
import-counts = Новых: { $new }, изменится: { $changed }, без изменений: { $same }, под вопросом: { $renamed }, с ошибкой: { $problem }
import-unknown-columns = Столбцы не поняты и не читаются: { $columns }
import-row =
    { $state ->
        [new] Строка { $number }: { $title } — новая запись
        [changed] Строка { $number }: { $title } — изменится
        [renamed] Строка { $number }: { $title } — переименовано?
        [problem] Строка { $number }: { $title } — не загрузится
       *[same] Строка { $number }: { $title } — без изменений
    }
import-change = { $field }: было «{ $before }», станет «{ $after }»
import-added = { $field }: добавится «{ $after }»
import-problem = столбец «{ $column }»: { $reason }
import-problem-value = столбец «{ $column }», «{ $value }»: { $reason }
import-column =
    { $column ->
        [region] регион
        [district_word] слово для районов
        [canonical_name] название
        [name] название
        [aliases] варианты названия
        [alias] вариант названия
        [iana_tz] часовой пояс
        [zone] часовой пояс
        [utc_offset] смещение от UTC
        [admin_center] центр
        [town] центр
        [municipality] муниципалитет
        [school] школа
        [number] номер
        [code] официальный номер
        [settlement] населённый пункт
        [statuses] статусы
        [status] статус
        [year] учебный год
        [source] источник
        [state] состояние
        [successor] школа-преемник
        [base] базовая школа
        [subject] предмет
        [weekday] день недели
       *[other] значение
    }
import-reason =
    { $reason ->
        [missing] пусто
        [too-long] слишком длинно
        [twice] то же самое уже есть в другой строке
        [unknown-region] такого региона нет
        [unknown-municipality] такого муниципалитета нет или подходят несколько
        [unknown-zone] такого часового пояса нет
        [offset-differs] смещение не сходится с часовым поясом
        [unknown-status] статус не понят
        [unknown-state] состояние не понято
        [unknown-successor] такой школы-преемника нет
        [unknown-subject] такого предмета нет
        [unknown-weekday] это не день недели
        [bad-number] это не номер
        [bad-year] это не учебный год
        [several-schools] подходят несколько школ
        [code-taken] такой официальный номер у другой школы
        [spelling-taken] так уже называется соседний муниципалитет
        [out-of-scope] это не ваша территория
       *[other] не подходит
    }
import-status =
    { $status ->
        [shnor] школа проекта, { $year }
        [p500] участник 500+, { $year }
        [shssu] школа в трудных условиях, { $year }
        [zone] школа, где важна профилактика, { $year }
        [step] «Шаг к продуктивности», { $year }
        [base] базовая школа, { $year }
       *[strong] школа-партнёр, { $year }
    }
import-weekday =
    { $day ->
        [d0] понедельник
        [d1] вторник
        [d2] среда
        [d3] четверг
        [d4] пятница
        [d5] суббота
       *[d6] воскресенье
    }
import-flag =
    { $value ->
        [yes] да
       *[no] нет
    }
import-state =
    { $state ->
        [active] действует
        [branch] филиал
        [merged] присоединена к другой
       *[closed] закрыта
    }
import-written = Записано строк: { $count }
import-nothing = Записывать нечего: ничего не изменилось.
import-question = Записать? Напишите «да»
import-cancelled = Ничего не записано.
import-rename-hint = Строки с вопросом «переименовано?» пропущены: на него отвечают в чате, загрузив тот же файл.
