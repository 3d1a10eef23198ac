# The menu, and what a stranger reads first. Labels of entries: `btn-menu-<key>`, with a number `btn-menu-<key>-count`.

menu-stranger =
    Здравствуйте! Это бот поддержки школ, его ведёт { $operator }.
    Здесь записываются на консультации, задают вопросы методистам и не забывают о сроках.
    Расписание и контакты открыты всем. Чтобы записаться, нужны регистрация и ваше согласие на обработку данных.
menu-hello = Здравствуйте, { $name }.
menu-hello-nameless = Здравствуйте.
menu-not-registered = Роли у вас пока нет. Чтобы записываться на консультации или вести их, нажмите «Зарегистрироваться».

cancelled = Закрыто. Ничего из этого не отправлено.
cancelled-nothing = Сейчас ничего не открыто.

btn-menu-register = Зарегистрироваться
btn-menu-application = Моя заявка
btn-menu-waiting = Ждёт моего решения
btn-menu-waiting-count = Ждёт моего решения ({ $count })
btn-menu-consultations = Консультации
btn-menu-more = Ещё

# Second windows
menu-group-consultations =
    <b>Консультации</b>
    Время, вопросы школ и цифры вашей территории.
menu-group-more =
    <b>Ещё</b>
    То, что нужно реже.

# What waits for a decision
waits-none =
    Сейчас вашего решения ничего не ждёт.
    Здесь появится всё, что ждёт вашего решения: заявки, документы, выезды. Я об этом напишу.
waits-all =
    Ждёт вашего решения: { $count }
    Выберите, с чего начать.
