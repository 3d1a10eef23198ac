# Those who decide on people: what waits, who is in the bot, roles, pairs («закрепления»), deputies, new telephones.

btn-menu-waits-people = Заявки и новые люди
btn-menu-waits-people-count = Заявки и новые люди ({ $count })
btn-menu-people = Люди

people-nameless = участник № { $number }
people-gone = участник, которого больше нет
people-you = вы
people-name = <b>{ $name }</b>
people-date = { DATE($day, format: "dd.MM.y") }
people-basis = Основание: { $order }
people-no-basis = Без приказа
people-order = приказ № { $number } от { $day }
people-subjects = Предметы: { $subjects }

# What waits
waiting-none =
    Сейчас ни одна заявка вашего решения не ждёт.
    Новые заявки на регистрацию появятся здесь, и я о них напишу.
waiting-all =
    Ждёт вашего решения: { $count }
    { $lines }
waiting-row =
    { $has ->
        [yes] { $number }. { $name }: { $role }, { $place } ({ $subjects })
       *[no] { $number }. { $name }: { $role }, { $place }
    }
btn-waiting = { $number }. { $name }
btn-waiting-list = К списку
waiting-asks = Заявка на регистрацию: { $role }, { $place }
waiting-offers = Хочет помогать школе: { $school }
waiting-since = Отправлена: { $when }
waiting-approved = Подтверждено: { $who }, { $when }
waiting-declined =
    Не подтверждено: { $reason }
    Кто решил: { $who }, { $when }
waiting-withdrawn = Заявку на регистрацию отозвали: { $when }
btn-approve = Подтвердить
btn-decline = Не подтверждать
waiting-reason =
    Почему не подтверждаете? Напишите одной фразой: { $name } увидит причину и сможет исправить заявку на регистрацию.
waiting-came = По вашей ссылке: { $role }, { $place }
waiting-arrival-closed = Данные школы пока закрыты. Это тот человек, которому вы дали ссылку?
waiting-arrival-open = Подтверждено, данные открыты.
btn-arrival-right = Верно
btn-arrival-revoke = Отозвать
btn-arrival-revoke-yes = Да, отозвать
waiting-revoke = Отозвать? { $name } не получит эту роль, а ссылка больше не сработает.
waiting-revoked = Отозвано. Эта ссылка больше не действует.

# The list
people-all =
    Люди: { $total }
    { $lines }
people-row = { $number }. { $name }: { $does }
people-searched = Поиск: «{ $typed }»
people-filtered = Показаны: { $filter }
people-of-school = Показаны люди одной школы.
people-none = Никого не нашлось. Напишите часть имени или снимите фильтр.
people-which-role = Кого показать?
people-place = { $role }, { $place }
btn-people-person = { $number }. { $name }
btn-role = { CAP($role) }
btn-people-role = Показать одну роль
btn-people-any-role = Все роли
btn-people-all = Показать всех
btn-people-invite = Пригласить по ссылке
btn-people-list = К списку людей
btn-people-back = К человеку

# The card
people-place-facts = • { $role }, { $place }: { $facts }
people-deputy = заместитель
people-from = с { $day }
people-until = по { $day }
people-unverified = ждёт «Верно»
people-pairs = Закрепления:
people-pair =
    { $number }. { $kind ->
        [school] Куратор школы: { $what }
        [team] Наставник команды: { $what }
       *[teacher] Тьютор учителя: { $what }
    }; { $order }
people-pair-subject = { $school }, { $subject }
people-more = и ещё { $count }
people-applies = Есть заявка на регистрацию, она ждёт решения.
people-no-chat = Сообщения: чата пока нет.
people-reached = Сообщения доходят.
people-unreached = Сообщения не доходят: бот остановлен. Нажать /start может только сам человек.
people-herself = Это вы. О ваших ролях решает другой координатор.
btn-give-role = Дать роль
btn-take-role = Забрать роль
btn-appoint = Закрепить
btn-deputy = Назначить заместителя
btn-new-phone = Новый телефон
btn-pair-end = Закончить закрепление { $number }
btn-place-of = { $place }

# An order
order-number = Номер приказа? Например: 14-о
order-date = Дата приказа № { $number }? Например: 01.09.2026
order-date-unclear = Не получилось прочитать дату. Напишите её так: 01.09.2026
btn-order-none = Без приказа

# A territory
where-region = Какой регион?
where-municipality = Какой район или улус? Выберите или напишите название.
where-school = Какая школа? Выберите или напишите номер, имя или село.
where-no-schools = Школ здесь пока нет. Список загружает координатор: «Загрузить таблицу» в меню «Ещё».
btn-municipality = { $name }
municipality-not-found = «{ $typed }» среди ваших районов нет. Показаны все.

# A role is given, or a link is made
give-role = Какую роль даём? { $name } останется и в прежних.
invite-role = Кого приглашаем? Ссылка будет для одного человека.
give-level = Методист работает по всему региону или в одном районе, улусе, городе?
btn-level-region = По всему региону
btn-level-municipality = В одном районе или улусе
give-subjects = Какие предметы? Отметьте и нажмите «Готово». Можно ничего не отмечать.
give-check =
    Даём роль: { $role }, { $place }
    Кому: { $name }
    { $basis }
    { $subjects }
invite-check =
    Приглашение: { $role }, { $place }
    { $subjects }
    Ссылка для одного человека, { $days ->
        [one] действует { $days } день
        [few] действует { $days } дня
       *[many] действует { $days } дней
    }. Когда по ней придут, я спрошу вас: «Верно?»
btn-give-yes = Дать роль
btn-link-yes = Сделать ссылку
give-done =
    Готово. { $name }: { $role }, { $place }.
    Сообщение об этом уже отправлено.
invite-done =
    Приглашение готово, оно в сообщении выше: перешлите его.
    { $days ->
        [one] Ссылка действует { $days } день.
        [few] Ссылка действует { $days } дня.
       *[many] Ссылка действует { $days } дней.
    }
invitation-role =
    Приглашаем в бот поддержки школ.
    Роль: { $role }. Место: { $place }.
    Откройте ссылку и нажмите «Начать»:
    { $link }
    { $days ->
        [one] Ссылка для одного человека, действует { $days } день.
        [few] Ссылка для одного человека, действует { $days } дня.
       *[many] Ссылка для одного человека, действует { $days } дней.
    }
invitation-role-caption = Приглашение: { $role }, { $place }. Для одного человека.
invitation-file = Приглашение
btn-qr = QR-код картинкой

# A role is taken
take-place = Какую роль забираем? { $name }
take-check =
    Забираем роль: { $place }
    У кого: { $name }
    { $basis }
    Роль закончится сразу. Записи и закрепления по ней тоже закончатся, об этом узнают все, кого они касаются.
btn-take-yes = Забрать роль
take-done = Готово. Роль закончилась: { $place }.

# Pairs
pair-kind = Кого поддерживает { $name }?
pair-no-kind = { $name } пока не куратор школы, не наставник и не тьютор. Сначала дайте роль.
btn-pair-school = Школу, куратор школы
btn-pair-team = Команду, наставник
btn-pair-teacher = Учителя, тьютор
pair-teacher = Какого учителя?
pair-no-teacher = Учителей этой школы в боте пока нет. Сначала пригласите их.
pair-subject = По какому предмету?
btn-pair-no-subject = Без предмета
pair-check =
    Закрепляем: { $name }
    { $kind ->
        [school] Куратор школы: { $place }
        [team] Наставник команды: { $place }
       *[teacher] Тьютор учителя: { $teacher }, { $place } { $subject }
    }
    { $basis }
btn-pair-yes = Закрепить
pair-done =
    Готово. { $name }: { $kind ->
        [school] куратор школы, { $place }
        [team] наставник команды, { $place }
       *[teacher] тьютор учителя, { $place }
    }. Об этом узнают обе стороны.
pair-own-school = Обратите внимание: школа, в которой работает этот куратор школы, сама в списке года.
pair-end =
    Закончить закрепление? { $name }
    { $text }
    Оно закончится сразу, об этом узнают обе стороны.
pair-gone = Этого закрепления больше нет.
btn-pair-end-yes = Закончить

# A deputy
deputy-place = Кого замещаем? { $name }
deputy-who = Кто будет заместителем? Выберите или напишите часть имени.
deputy-starts = С какого дня? { $name }
deputy-ends = По какой день включительно? { $name }
deputy-check =
    Заместитель: { $deputy }
    Вместо: { $name }
    С { $starts } по { $ends }
    { $basis }
btn-deputy-yes = Назначить
deputy-done =
    Готово. { $deputy } замещает с { $starts } по { $ends }.
    Об этом узнают оба.

# A new telephone
new-phone =
    { $name } меняет телефон или аккаунт? Ссылка перенесёт в новый чат роли, записи и часы, а прежний чат замолчит.
    Передавайте её только лично: кто её откроет, тот и станет этим человеком в боте.
btn-new-phone-link = Сделать ссылку
relink-message =
    Ссылка для нового телефона. Откройте её в новом аккаунте и нажмите «Начать»:
    { $link }
    { $days ->
        [one] Действует { $days } день, для одного человека.
        [few] Действует { $days } дня, для одного человека.
       *[many] Действует { $days } дней, для одного человека.
    }
relink-caption =
    { $days ->
        [one] Ссылка для нового телефона. Действует { $days } день.
        [few] Ссылка для нового телефона. Действует { $days } дня.
       *[many] Ссылка для нового телефона. Действует { $days } дней.
    }
new-phone-made = Ссылка готова, она в сообщении выше. Прежние ссылки для этого человека больше не действуют: { $name }.
