# After the meeting, to its visitor: how it was, what it was worth, the way to the next one. Nobody is blamed.

btn-after-mark = Отметить, как прошло
btn-after-again = Записаться снова
after-word =
    { CAP($subject) }, { $host }
    { CAP($when) }
    { $said ->
        [held] Вы отметили: состоялась.
        [host_absent] Вы отметили: ведущего не было.
        [could_not] Вы отметили: вы не смогли быть.
       *[none] Как прошло?
    }
after-until = Ответ можно изменить до: { $until }.
after-over = Две недели прошли, изменить ответ уже нельзя.
btn-after-held = Состоялась
btn-after-host-absent =
    { $format ->
        [on_site] Ведущий не смог прийти
        [phone] Ведущий не вышел на связь
       *[online] Ведущий не подключился
    }
btn-after-could-not = Я не смог(ла)
after-score =
    { CAP($subject) }, { $host }
    Насколько было полезно, от 1 до 5?
    Ведущий увидит только среднее за месяц и только когда ответят хотя бы пять человек. Имён он не увидит.
    Отвечать не обязательно.
btn-after-score-1 = 1
btn-after-score-2 = 2
btn-after-score-3 = 3
btn-after-score-4 = 4
btn-after-score-5 = 5
after-words =
    Хотите добавить строку: что помогло, чего не хватило? Имён и оценок детей, пожалуйста, не пишите.
    Ведущий прочтёт её без вашего имени, вместе с другими ответами за месяц.
after-words-now = Вы написали: { $words }
btn-after-erase = Убрать мою строку
after-done =
    Спасибо, ответ сохранён.
    { CAP($subject) }, { $host }
    { CAP($when) }
    { $said ->
        [held] Состоялась.
        [host_absent] Ведущего не было.
        [could_not] Вы не смогли быть.
       *[none] Пока не отмечено.
    }
after-done-score = Ваша оценка: { $score }
btn-after-change = Изменить ответ
