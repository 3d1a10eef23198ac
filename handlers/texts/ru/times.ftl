# Dates and clocks in words (rule N7): the reader's clock first, then the host's where the two differ.

times-day = { DATE($day, format: "EEEE, d MMMM") }
times-day-year = { DATE($day, format: "EEEE, d MMMM y 'года'") }
times-short-day = { DATE($day, format: "ccc d MMMM") }
times-short-day-year = { DATE($day, format: "ccc d MMMM y") }
times-clock = { TIME($at) }
times-at = { $day }, { $clock }
times-date-at = { DATE($day, format: "d MMMM") } в { $clock }
times-both = { $mine } (у вас) · { $theirs } { $town }
# Cities of zones that Babel names after something else.
times-town-sakhalin = Южно-Сахалинск
times-zone = UTC{ $offset }
times-minutes =
    { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }
