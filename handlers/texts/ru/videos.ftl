# Recorded consultations («видео», never «запись»): a catalogue by subject, with a text for a bad connection.

btn-menu-videos = Видео
videos-none =
    <b>Видео</b>
    Здесь будут видео консультаций по предметам. Пока их нет: загляните позже или запишитесь на консультацию.
videos-subjects =
    <b>Видео</b>
    По какому предмету?
btn-video-subject = { CAP($subject) } ({ $count })
videos-of-subject =
    <b>Видео: { $subject }</b>
    { $lines }
    Чтобы найти нужное, напишите слово из темы.
videos-of-subject-none = По этому предмету видео пока нет. Выберите другой предмет.
videos-nothing-found = По словам «{ $search }» ничего не нашлось. Напишите другое слово или откройте все видео предмета.
video-row =
    { $number }. { $title }{ $exam ->
        [ege] , ЕГЭ
        [oge] , ОГЭ
        [vpr] , ВПР
       *[none] {""}
    }{ $text ->
        [yes] {" "}(есть текст)
       *[no] {""}
    }
btn-video = { $number }. { $title }
btn-videos-all = Все видео предмета
btn-videos-subjects = Другой предмет
btn-videos-of-subject = Видео по предмету ({ $count })

video-title = <b>{ $title }</b>
video-subject =
    { CAP($subject) }{ $exam ->
        [ege] , ЕГЭ
        [oge] , ОГЭ
        [vpr] , ВПР
       *[none] {""}
    }
video-topic = Тема: { $topic }
video-length = Длится { $length }
video-size = Размер: { $megabytes } МБ
video-readable = Связь плохая? Откройте текст: в нём главное, видео загружать не нужно.
video-text =
    <b>{ $title }</b>
    { $summary }
btn-video-watch = Смотреть видео
btn-video-read = Текст вместо видео
btn-video-change = Изменить
btn-video-remove = Убрать
video-remove = Убрать видео «{ $title }»? Его больше никто не увидит.
btn-video-remove-yes = Да, убрать
video-removed = Видео убрано.

# Putting one in
btn-video-add = Добавить видео
video-begun = Вы начали добавлять видео «{ $title }» и не опубликовали. Продолжить или начать другое?
btn-video-go-on = Продолжить
btn-video-from-anew = Убрать и начать заново
video-ask-subject = По какому предмету видео?
video-ask-area = Кому его показать?
video-ask-title = Как называется видео? Напишите одной строкой.
video-ask-link = Пришлите ссылку на видео.
video-ask-exam = К какому экзамену готовит?
btn-video-exam-ege = ЕГЭ
btn-video-exam-oge = ОГЭ
btn-video-exam-vpr = ВПР
btn-video-exam-none = Не к экзамену
video-ask-topic = Какая тема? Напишите одной строкой или нажмите «Пропустить».
video-ask-minutes = Сколько минут оно длится? Напишите число или нажмите «Пропустить».
video-ask-size = Сколько мегабайт занимает? Напишите число: на медленной связи это важно. Не знаете, нажмите «Пропустить».
video-ask-summary =
    Напишите коротко, о чём видео: до 2000 знаков.
    Кто не сможет загрузить видео, прочитает этот текст.
video-unsaved = Здесь ваши прошлые исправления, они ещё не сохранены.
btn-video-as-it-was = Убрать исправления
video-check =
    { $again ->
        [yes] Исправьте, что нужно, и сохраните.
       *[no] Проверьте, всё ли верно.
    }
video-check-more =
    Кому: { $area }
    Ссылка: { $link }
video-check-summary = Текст: { $summary }
btn-video-save =
    { $again ->
        [yes] Сохранить
       *[no] Опубликовать
    }
btn-video-to-title = Название
btn-video-to-link = Ссылка
btn-video-to-exam = Экзамен
btn-video-to-topic = Тема
btn-video-to-minutes = Длительность
btn-video-to-size = Размер
btn-video-to-summary = Текст
video-saved = Сохранено. Видео видят все, кто зарегистрирован на этой территории.
