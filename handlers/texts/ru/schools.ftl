# Schools for those who have some: lists, the card, invitations, the list of the year, the warnings.

btn-menu-schools = Школы
btn-menu-units = Муниципалитеты
btn-menu-year = Список школ по годам
btn-menu-attention = Что требует внимания

schools-municipalities =
    Районы и улусы: { $total }
    Выберите или напишите название.
schools-empty =
    Школ здесь пока нет.
    Список загружает координатор: «Загрузить таблицу» в меню «Ещё».
schools-nothing = Здесь никого не осталось: руководители всех школ в боте.
schools-all =
    Школы: { $total }
    Чтобы найти, напишите номер, имя или село.
schools-searched = Поиск: «{ $typed }»
schools-missing = Школы, где руководителя в боте нет: { $shown }
schools-lines = { $lines }
schools-not-found = «{ $typed }» не нашли. Напишите номер школы, её имя или село.
btn-schools-all = Показать все
btn-schools-missing = Кого нет в боте
btn-schools-year = Список школ по годам
btn-schools-attention = Что требует внимания
btn-schools-municipalities = К районам и улусам
btn-schools-list = К списку школ
btn-school-back = К школе

school-with-settlement = { $school }, { $settlement }
school-line = { $number }. { $school }
school-row-nobody = { $number }. { $school }: в боте никого нет
school-row =
    { $number }. { $school }: { $lead ->
        [yes] руководитель есть
       *[no] руководителя нет
    }, { $teachers ->
        [0] учителей нет
        [one] { $teachers } учитель
        [few] { $teachers } учителя
       *[many] { $teachers } учителей
    }, { $curator ->
        [yes] куратор школы есть
       *[no] куратора школы нет
    }, были: { $seen }
school-name = <b>{ $school }</b>
school-in = { $municipality }
school-code = Официальный номер: { $code }
school-closed = Школа закрыта.
school-merged = Школа присоединена: { $successor }
school-has-lead = Руководитель: { $names }
school-counts-lead = Руководителей в боте: { $count }
school-no-lead = Руководителя в боте нет.
school-has-curator = Куратор школы: { $names }
school-counts-curator = Кураторов школы: { $count }
school-no-curator = Школе пока не назначен куратор школы.
school-teachers = Учителей в боте: { $count }
school-seen = Последний раз были: { $when }
school-seen-never = ещё не было
school-seen-today = сегодня
school-status =
    { $year }: { $status ->
        [shnor] школа проекта
        [p500] участник 500+
        [shssu] школа в трудных условиях
        [zone] школа, где важна профилактика
        [step] «Шаг к продуктивности»
        [base] базовая школа
       *[strong] школа-партнёр
    }
school-pairs =
    Закрепления:
    { $pairs }
btn-invite-teachers = Пригласить учителей
btn-invite-lead = Пригласить директора
btn-school-people = Люди школы

# Invitations
invite-terms-many =
    Ссылка для учителей: { $place }
    { $days ->
        [one] Действует { $days } день. Каждый, кто её откроет, подаст заявку на регистрацию, её подтверждает школа.
        [few] Действует { $days } дня. Каждый, кто её откроет, подаст заявку на регистрацию, её подтверждает школа.
       *[many] Действует { $days } дней. Каждый, кто её откроет, подаст заявку на регистрацию, её подтверждает школа.
    }
    На сколько человек?
btn-invite-uses = { $uses }
invite-terms-one =
    Ссылка для директора или завуча: { $place }
    { $days ->
        [one] Она для одного человека и действует { $days } день. Когда по ней придут, я спрошу вас: «Верно?»
        [few] Она для одного человека и действует { $days } дня. Когда по ней придут, я спрошу вас: «Верно?»
       *[many] Она для одного человека и действует { $days } дней. Когда по ней придут, я спрошу вас: «Верно?»
    }
invitation-school =
    Приглашаем учителей в бот поддержки школ.
    Школа: { $place }.
    Здесь записываются на консультации методистов и задают вопросы. Откройте ссылку и нажмите «Начать»:
    { $link }
    { $uses ->
        [one] Ссылка на { $uses } человека
        [few] Ссылка на { $uses } человека
       *[many] Ссылка на { $uses } человек
    }, действует до: { $until }
invitation-school-caption = Приглашение: { $role }, { $place }
invite-sent-many =
    Приглашение готово, оно в сообщении выше: перешлите его в чат учителей.
    { $uses ->
        [one] Оно на { $uses } человека
        [few] Оно на { $uses } человека
       *[many] Оно на { $uses } человек
    } и { $days ->
        [one] на { $days } день.
        [few] на { $days } дня.
       *[many] на { $days } дней.
    }

# The list of the year
year-which =
    Учебный год { $year }.
    Какой список показать?
btn-year = { $year }
btn-year-status =
    { $status ->
        [shnor] Школы проекта
        [p500] Участники 500+
        [shssu] В трудных условиях
        [zone] Важна профилактика
        [step] «Шаг к продуктивности»
        [base] Базовые школы
       *[strong] Школы-партнёры
    }
year-head =
    <b>Список школ на { $year }: { $status ->
        [shnor] школы проекта
        [p500] участники 500+
        [shssu] школы в трудных условиях
        [zone] школы, где важна профилактика
        [step] «Шаг к продуктивности»
        [base] базовые школы
       *[strong] школы-партнёры
    }</b>
year-counts =
    По сравнению с { $before }
    Вошли: { $entered }
    Остались: { $stayed }
    Вышли: { $left }
year-first =
    Школ в списке: { $stayed }
    Списка на { $before } нет, сравнить не с чем.
btn-year-entered = Вошли ({ $count })
btn-year-stayed = Остались ({ $count })
btn-year-left = Вышли ({ $count })
year-part =
    { $part ->
        [entered] Вошли в список на { $year }
        [left] Вышли из списка на { $year }
       *[stayed] В списке на { $year }
    }
    { $lines }

# The warnings
attention-calm =
    { $hears ->
        [yes] Всё в порядке: координаторы и кураторы школ назначены, сообщения доходят до всех.
       *[no] Всё в порядке: координаторы и кураторы школ назначены.
    }
attention-all = Что требует внимания
btn-attention-coordinators = Нет координатора ({ $count })
btn-attention-curators = Нет куратора школы ({ $count })
btn-attention-own = Своя школа в списке ({ $count })
btn-attention-unreached = Некому доставить ({ $count })
attention-coordinators =
    Районы и улусы без координатора. Заявки на регистрацию оттуда приходят вам.
    { $lines }
attention-curators =
    Школы проекта, которым пока не назначен куратор школы.
    { $lines }
attention-own =
    Кураторы школ, чья собственная школа сама в списке года.
    { $lines }
attention-line = { $number }. { $name }
attention-own-line = { $number }. { $name }: { $school }
people-hidden = имя видят координаторы

# Whom nothing reaches
menu-unreached = Некому доставить: { $count }
attention-unreached =
    Некому доставить: { $count }
    { $lines }
unreached-none = Сообщения доходят до всех, и в каждой школе проекта есть руководитель в боте.
unreached-school = { $number }. { $place }: руководителя в боте нет. Передайте приглашение.
unreached-items =
    { $items ->
        [one] { $items } открытый пункт плана
        [few] { $items } открытых пункта плана
       *[many] { $items } открытых пунктов плана
    }
unreached-unit = { $number }. { $place }: координатора в боте нет, { unreached-items }. Дайте роль координатора: «Люди».
unreached-body = { $number }. { $name }: никто не назначен, { unreached-items }. Назовите людей: «Кто отвечает».
unreached-person = { $number }. { $place }: { $name }. { $why }
unreached-reason =
    { $reason ->
        [blocked] Бот остановлен.
        [deactivated] Аккаунт удалён.
        [never-started] Бот ещё не открыт.
       *[no-chat] Чата нет.
    }
unreached-waiting =
    { $count ->
        [one] Ждёт { $count } сообщение.
        [few] Ждут { $count } сообщения.
       *[many] Ждут { $count } сообщений.
    }
unreached-failed = Не дошло за две недели: { $count }.
unreached-unknown = Неизвестно, дошло ли: { $count }.
unreached-advice =
    { $reason ->
        [deactivated] Передайте ссылку для нового телефона.
        [no-chat] Передайте ссылку для нового телефона.
        [reached] Позвоните, если это было важно.
       *[blocked] Позвоните: снова включить бота может только сам человек.
    }
