# /settings: what a person changes for herself.

btn-menu-settings = Настройки
settings =
    <b>Настройки</b>
    К вам обращаются: { $name }
    Время: { $zone }
    Ночью не беспокоить: { $quiet }
    Экономия трафика: { $saves ->
        [yes] включена, картинки по нажатию
       *[no] выключена
    }
    Объявления: { $notices ->
        [own] не приходят, только о моих записях
       *[all] приходят все
    }
    Имена в сообщениях: { $names ->
        [full] полностью
        [patronymic] имя и отчество
       *[none] без имён
    }
    Отпуск: { $away ->
        [yes] по { $until }
       *[no] нет
    }
settings-digest =
    План на сегодня: { $usual ->
        [yes] как обычно, в { $at }
       *[no] в { $at }
    }
settings-nameless = пока никак, имя не указано
btn-settings-name = Имя
btn-settings-zone = Время
btn-settings-quiet = Когда не беспокоить
btn-settings-digest = Когда присылать план
btn-settings-save-traffic = Экономить трафик
btn-settings-spend-traffic = Не экономить трафик
btn-settings-own = Только о моих записях
btn-settings-all = Получать объявления
btn-settings-names = Имена в сообщениях
btn-settings-leave = Я в отпуске
btn-settings-roles = Мои роли и школы
btn-settings-privacy = Мои данные
setting-changed = Сохранено.

ask-new-name = Как к вам обращаться? Достаточно имени и отчества.
ask-zone = По какому времени вы живёте? Все часы будут показаны по нему.
btn-zone = { $offset }, { $town }
ask-quiet-from = С какого часа вечером не беспокоить? Напоминание за час до консультации придёт всё равно.
ask-quiet-to = Не беспокоить с { $hour }:00. До которого часа?
btn-hour = { $hour }:00
quiet-hours = с { $start } до { $end }
quiet-none = не задано
quiet-set = Сохранено. Ночью не беспокоить: { $quiet }.

ask-digest =
    Во сколько присылать план на сегодня? В нём то, что ждёт вашего решения, и близкие сроки.
    Он приходит раз в рабочий день, и только если есть о чём сказать.
btn-digest-usual = Как обычно, в { $at }

ask-leave =
    Последний день отпуска? До него не будет объявлений и приглашений. Напоминания о ваших записях останутся.{ $stops ->
        [0] {""}
        [one] {""}
        Вы назначили { $stops } объявление. С отпуском оно остановится и само уже не уйдёт.
        [few] {""}
        Вы назначили { $stops } объявления. С отпуском они остановятся и сами уже не уйдут.
       *[many] {""}
        Вы назначили { $stops } объявлений. С отпуском они остановятся и сами уже не уйдут.
    }
btn-leave-end = Я уже работаю
leave-ended = С возвращением! Всё снова приходит как обычно.
leave-set =
    Отпуск записан: по { $until }.
    { $decisions ->
        [deputy] Решения за вас принимает тот, кого вы выбрали.
        [above] Решения за вас пока принимает следующий уровень.
       *[none] Напоминания о ваших записях будут приходить.
    }{ $stops ->
        [0] {""}
       *[other] {""}
        Назначенные вами объявления остановлены: { $stops }
    }
ask-deputy = Кто решает за вас, пока вы в отпуске?
btn-person = { $name }
btn-no-deputy = Никто, пусть решают выше

my-roles = Ваши роли и школы.
my-roles-none = Здесь будут ваши роли и школы.
btn-my-role = { CAP($role) }, { $place }
leave-day = { DATE($day, format: "d MMMM") }
leave-day-year = { DATE($day, format: "d MMMM y 'года'") }
btn-add-role = Добавить роль или школу
my-role =
    { CAP($role) }, { $place }.
    { $waits ->
        [yes] Ждёт подтверждения.
       *[no] Действует.
    }
my-role-subjects = Предметы: { $subjects }
my-role-until = Последний день: { $until }
btn-change-school = Сменить школу
btn-give-up = Отказаться от роли
give-up-sure = Отказаться от этой роли с сегодняшнего дня? Записи по ней отменятся, людей предупредим. Часы останутся с вами.
btn-give-up-yes = Да, отказаться
role-given-up = Роль закончилась. Ваши часы остаются с вами.
ask-last-day = Какой ваш последний день в прежней школе? Потом спрошу о новой.
