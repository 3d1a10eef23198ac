# Help, contacts, and the words of the command menu.

btn-menu-help = Помощь
btn-menu-contacts = Контакты

help-stranger = Здесь записываются на консультации для учителей и школьных команд. Расписание и контакты открыты всем, для записи нужна регистрация: /start.
help-known = Всё нужное открывается кнопками в меню. То же самое можно вызвать командой.
help-line = { $command } { $words }
help-end = Ошиблись? /cancel закроет то, что открыто. Фамилий и оценок детей, пожалуйста, сюда не пишите.

command-menu = Меню
command-consult = Записаться на консультацию
command-my = Мои дела
command-schedule = Моё расписание
command-waiting = Ждёт моего решения
command-people = Люди
command-schools = Школы
command-settings = Настройки
command-privacy = Мои данные
command-help = Помощь
command-cancel = Закрыть то, что открыто

contacts =
    Бот ведёт { $operator }. Адрес: { $address }.
    Кто отвечает за вашу школу? Напишите район, улус, город или село. Например: Амга
contacts-of =
    { $has ->
        [yes] { $place }: координатор в боте есть. Он подтверждает заявки на регистрацию и назначает помощь школам.
       *[no] { $place }: координатора в боте пока нет. Заявки на регистрацию подтверждает региональный координатор.
    }
    Другой район? Напишите его.
