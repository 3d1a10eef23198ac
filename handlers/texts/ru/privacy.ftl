# /privacy: what is kept, to look at and to take away.

privacy =
    <b>Мои данные</b>
    Здесь можно посмотреть всё, что мы о вас храним, получить это файлами, отозвать согласие или удалить.
privacy-stranger =
    Без согласия мы ничего о вас не храним.
    Если вы уже отзывали согласие, остаток данных можно удалить сейчас.
privacy-data =
    <b>Что мы о вас храним</b>

    { $data }
privacy-data-rest = Это только начало: всё вместе придёт по кнопке «Получить файлами».
privacy-file-name = Мои данные
btn-privacy-show = Показать
btn-privacy-files = Получить файлами
btn-privacy-withdraw = Отозвать согласие
btn-privacy-delete = Удалить мои данные
btn-privacy-menu = Нет, оставить
btn-privacy-withdraw-yes = Да, отозвать согласие
btn-privacy-delete-yes = Да, удалить всё
withdraw-sure =
    Отозвать согласие? Ваши роли закончатся, записи отменятся, места получат другие.
    Писать вам больше не будем. Данные удалятся { $days ->
        [one] через { $days } день
        [few] через { $days } дня
       *[many] через { $days } дней
    }, до этого можно вернуться: /start.
delete-sure =
    Удалить всё, что мы о вас храним? Роли, записи, вопросы и ваши часы исчезнут навсегда, вернуть их нельзя.
    Общие числа без вашего имени останутся.
withdrawn =
    Согласие отозвано. Писать вам больше не будем. Данные удалятся { $days ->
        [one] через { $days } день
        [few] через { $days } дня
       *[many] через { $days } дней
    }. Можно удалить их сейчас, а вернуться можно по /start.
deleted = Готово. Всё, что мы о вас хранили, удалено. Если понадобимся снова, нажмите /start.
deleted-nothing = Удалять нечего: о вас ничего не сохранено.

# Names of sections and fields on the page of one's own data.
data-title = Мои данные
data-nothing = Ничего
data-yes = да
data-no = нет
data-other = другое
data-day = { DATE($day, format: "d MMMM y") }
data-instant = { DATE($day, format: "d MMMM y") }, { TIME($clock) }
data-weekday-of =
    { $number ->
        [0] понедельник
        [1] вторник
        [2] среда
        [3] четверг
        [4] пятница
        [5] суббота
       *[6] воскресенье
    }
data-person = Обо мне
data-name = как обращаться
data-zone = время по городу
data-created = создано
data-seen = последнее посещение
data-accounts = Чаты
data-chat = номер чата
data-active = действует
data-since = с какого времени
data-consents = Согласия
data-version = редакция
data-given = дано
data-withdrawn = отозвано
data-preferences = Настройки
data-quiet-from = не беспокоить с
data-quiet-to = не беспокоить до
data-save-traffic = экономия трафика
data-names = имена в сообщениях
data-names-full = полностью
data-names-patronymic = имя и отчество
data-names-none = без имён
data-notices = объявления
data-notices-all = все
data-notices-own = только о моих записях
data-digest-at = план на сегодня приходит в
data-leave-until = отпуск по
data-places = Роли
data-role = роль
data-region = регион
data-municipality = район
data-school = школа
data-subjects = предметы
data-starts = начало
data-ends = последний день
data-order = приказ
data-order-date = дата приказа
data-applications = Заявки на регистрацию
data-state = состояние
data-state-waiting = ждёт решения
data-state-approved = подтверждено
data-state-declined = не подтверждено
data-state-withdrawn = отозвано
data-state-booked = действует
data-state-cancelled = отменено
data-state-session_cancelled = консультация не состоялась
data-state-open = ждёт
data-state-taken = школа отправила запрос
data-state-place_ended = место в школе закончилось, запись снята
data-reason = причина
data-pairs = Закрепления
data-kind = вид
data-kind-school = за школой
data-kind-team = за командой школы
data-kind-teacher = за учителем
data-log = Журнал решений
data-at = когда
data-action = что сделано
data-subject = о чём
data-action-half-year-set = изменены дни полугодия
data-action-cycle-set = заданы сроки семинаров
data-action-catalogue-add = добавлена тема в каталог семинаров
data-action-catalogue-change = изменена тема каталога семинаров
data-action-catalogue-drop = убрана тема каталога семинаров
data-action-catalogue-announce = объявлен каталог семинаров
data-action-seminar-event-add = добавлено мероприятие
data-action-seminar-event-change = изменено мероприятие
data-action-seminar-event-answers = запрос учтён в мероприятии
data-action-seminar-event-drop = мероприятие убрано из черновика
data-action-seminar-lesson-add = добавлено занятие
data-action-seminar-lesson-drop = убрано занятие
data-action-lesson-link = указаны ссылка или место занятия
data-action-lesson-move = перенесено занятие
data-action-lesson-off = отменено занятие
data-action-event-off = отменено мероприятие
data-action-programme-submit = программа отправлена на утверждение
data-action-programme-withdraw = программа отозвана
data-action-programme-approve = программа утверждена
data-action-programme-return = программа возвращена
data-action-programme-publish = программа опубликована
data-action-other = изменение
data-action-application-approve = заявка подтверждена
data-action-application-decline = заявка не подтверждена
data-action-role-give = роль дана
data-action-role-take = роль закончена
data-action-link-make = ссылка создана
data-action-link-revoke = ссылка отозвана
data-action-relink-used = переход на новый телефон
data-action-role-link-confirmed = приглашённый подтверждён
data-action-role-link-revoked = приглашение отозвано
data-action-pair-appoint = закрепление начато
data-action-pair-end = закрепление закончено
data-action-meeting-call-off = встреча отменена координатором
data-action-day-close = день закрыт координатором
data-action-booking-for-another = учитель записан другим
data-action-booking-confirm-for-another = запись подтверждена другим
data-action-booking-cancel-for-another = запись отменена другим
data-action-number-enrol = школа назвала число участников
data-action-number-change = школа изменила число участников
data-action-day-open = день открыт координатором
data-action-window-add = встреча добавлена координатором
data-action-plan-bring = план записан
data-action-competence-enter = внесены числа по предмету
data-action-competence-drop = предмет убран из чисел по предметам
data-action-competence-people = внесено, сколько учителей посчитано
data-action-import-competence = загружены числа по предметам
data-action-plan-body-name = человек назван ответственным за исполнителя плана
data-action-plan-body-unname = человек больше не отвечает за исполнителя плана
data-action-question-handed = вопрос передан другому ведущему
data-action-evidence-confirmed = результат подтверждён
data-action-evidence-returned = результат возвращён с замечаниями
data-action-evidence-erased = содержимое результата стёрто
data-action-risk-profile-entered = рисковый профиль школы внесён
data-action-risk-carried-over = факторы перенесены на новый учебный год
data-action-risk-decision-confirmed = решение школы о факторе подтверждено
data-action-risk-decision-returned = решение школы о факторе возвращено
data-action-risk-closing-confirmed = подтверждено, что фактор преодолён
data-action-risk-closing-returned = что фактор преодолён, не подтверждено
data-action-risk-programme-confirmed = программа по фактору согласована
data-action-risk-programme-returned = программа по фактору возвращена с замечаниями
data-action-risk-item-tagged = пункт плана отнесён к фактору
data-action-risk-item-untagged = пункт плана больше не отнесён к фактору
data-action-risk-factor-add = фактор добавлен в список региона
data-action-risk-factor-rename = фактор переименован
data-action-risk-factor-show = фактор снова предлагается
data-action-risk-factor-hide = фактор больше не предлагается
data-action-risk-factor-move = порядок факторов изменён
data-action-slot-end = консультация завершена координатором
data-action-visit-approve = выезд в школу назначен
data-action-visit-decline = выезд в школу не подтверждён
data-action-visit-move = выезд в школу перенесён
data-action-visit-cancel = выезд в школу отменён
data-action-seminar-merge = запросы на семинар объединены
data-action-seminar-split = запрос на семинар отделён обратно
data-action-seminar-route = маршрут запроса на семинар выбран
data-action-seminar-aside = запрос на семинар не вошёл в программу
data-action-seminar-reopen = запрос на семинар снова рассматривается
data-action-seminar-close = полугодие семинаров закрыто
data-action-material-add = материал мероприятия добавлен
data-action-material-remove = материал мероприятия убран
data-action-lesson-mark = отмечено, кто был на занятии
data-action-video-change = видео изменено
data-action-video-remove = видео убрано
data-bookings = Записи на консультации
data-booked-for-others = Кого вы записали
data-topic = тема
data-slots = Мои консультации
data-weekday = день недели
data-link = ссылка
data-venue = место
data-guest = коллега, которого вы записали
data-heads = сколько мест
data-letters = Мои письма записавшимся
data-sent = отправлено
data-people = скольким
data-feedback = Мои отзывы о консультациях
data-score = оценка
data-said = отмечено
data-said-held = состоялась
data-said-host_absent = ведущего не было
data-said-could_not = не смог(ла) быть
data-wishes = Просьбы о консультации
data-visits = Выезды в школы
data-visit-state = состояние
data-visit-state-asked = ждёт решения
data-visit-state-declined = не подтверждено
data-visit-state-planned = назначено
data-visit-state-reported = ведущий рассказал, как прошло
data-visit-state-confirmed = завершено
data-visit-state-withdrawn = отозвано
data-visit-state-cancelled = отменено
data-seminar-requests = Запросы на семинары
data-support-state = состояние
data-support-state-live = школа просит
data-support-state-moved = объединён с другим запросом школы
data-support-state-said_anew = объединён с другим запросом школы, школа назвала другое число
data-support-state-withdrawn = отозван школой
data-support-state-carried = перенесён на следующее полугодие
data-support-state-let_go = не переносим
data-report = как прошло
data-videos = Мои видео
data-video-title = название
data-evidence = Отправлено по пунктам планов
data-evidence-kind = вид
data-evidence-kind-text = текст
data-evidence-kind-link = ссылка
data-evidence-kind-photo = фото
data-evidence-kind-file = файл
data-evidence-kind-visit = посещение школы
data-evidence-kind-journal = заметка в журнал
data-evidence-state = состояние
data-evidence-state-waiting = ждёт проверки
data-evidence-state-confirmed = подтверждено
data-evidence-state-returned = возвращено с замечаниями
data-evidence-state-replaced = заменено новой версией
data-evidence-state-erased = содержимое стёрто
data-risk-words = Сказано и написано о рисковом профиле
data-remarks = Замечания к результатам
data-questions = Мои вопросы и ответы
data-topic-wishes = Темы семинаров, которые я предложил(а)
data-seminar-events-led = Мероприятия, которые я веду
data-lessons = занятия
data-seminar-versions = Программы, которые я отправлял(а) или смотрел(а)
data-version-state = состояние
data-version-state-waiting = на утверждении
data-version-state-returned = возвращена
data-version-state-withdrawn = отозвана
data-version-state-approved = утверждена
data-version-state-published = действует
data-version-state-superseded = заменена
data-seminar-hours = Мои занятия на семинарах
data-event = мероприятие
data-lesson-number = занятие
data-minutes = минут
data-seminar-ratings = Мои оценки мероприятий
data-seminar-certificates = Мои сертификаты
data-last-day = последнее занятие
data-school-year = учебный год с
data-certificate-state = состояние
data-certificate-state-valid = действует
data-certificate-state-void = не действует
data-answer = это ответ
data-files = файлы
data-text = текст
data-file = файл
data-announcements = Мои объявления
data-announced = Объявления, которые мне пришли
data-acknowledged = отмечено «ознакомлен(а)»
data-number = номер
