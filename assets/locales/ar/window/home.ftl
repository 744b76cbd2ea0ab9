# Arabic. A native reader should check this translation.

## The home page, the first run, search, settings, an act's own page

home-title = اليوم في { $town }
home-waits = ما يلزم عمله
home-nothing = لا شيء في الدفتر ينتظرك.
home-sign = { $count ->
        [one] إجراء واحد ينتظر توقيعًا
        [two] إجراءان ينتظران التوقيع
        [few] { $count } إجراءات تنتظر التوقيع
        [many] { $count } إجراءً تنتظر التوقيع
       *[other] { $count } إجراء تنتظر التوقيع
    }
home-sign-one = للتوقيع: { $act }
home-contested = { $count ->
        [one] قيد واحد محل خلاف
        [two] قيدان محل خلاف
        [few] { $count } قيود محل خلاف
        [many] { $count } قيدًا محل خلاف
       *[other] { $count } قيد محل خلاف
    }
home-contested-one = محل خلاف: { $act }
home-open = جلسة { $meeting } مفتوحة
home-called = وُجّهت الدعوة إلى جلسة { $meeting }
home-overdue = مطلوب إنجازه قبل نهاية { $due }{ $who ->
        [none] {""}
       *[other] {"\u200F، "}من { $who }
    }: { $what }
home-asks = حاسوب محمول يخص { $who } يطلب القبول
home-question = ما جُرد في { $account } لم يعد يوافق دفتر الحسابات
home-twice = الرقم { $number } أُعطي لشخصين في آن واحد
home-forked = حاسوب محمول آخر كتب بمفاتيح أحد الحواسيب
home-split = تُظهر { $town } سجلين: انظروا قبل أن يُوقَّع لها شيء
home-quiet = أعلن مجلسك الهدوء حتى { $until }: لا يُرسل شيء، ولا يبطل شيء في تلك الأيام لعدم التقرير.
home-report = يُرفع عنه تقرير إلى المجلس حتى { $deadline } وإلا بطل: { $what }
home-report-quiet = يُرفع عنه تقرير إلى المجلس حتى { $deadline }، ولأيام الهدوء لا يبطل قبل نهاية { $last }: { $what }
home-report-put-off = يُرفع عنه تقرير إلى المجلس؛ كان موعده { $deadline }، ولأيام الهدوء لا يبطل قبل نهاية { $last }: { $what }
home-cosign = ينتظر الشهادة: ما ختمته { $towns }
home-outside-sealed = { $count ->
        [one] جاء حاسوب محمول فيما بعد وينتظر أن يُسمح له بقراءة المكتوم
        [two] جاء حاسوبان محمولان فيما بعد وينتظران أن يُسمح لهما بقراءة المكتوم
       *[other] جاءت حواسيب محمولة فيما بعد، عددها { $count }، وتنتظر أن يُسمح لها بقراءة المكتوم
    }
home-newer = { $count ->
        [one] قيد واحد من إصدار أحدث من Folkmoot
        [two] قيدان من إصدار أحدث من Folkmoot
        [few] { $count } قيود من إصدار أحدث من Folkmoot
        [many] { $count } قيدًا من إصدار أحدث من Folkmoot
       *[other] { $count } قيد من إصدار أحدث من Folkmoot
    }
home-begin = لم يُقرَّر شيء هنا بعد. يبدأ الدفتر بجلسة أولى، لكل واحد فيها صوت.
home-begin-do = الدعوة إلى أول جلسة
home-ending = تفويضات تنتهي قريبًا
home-ends = إلى { $day }
home-latest = آخر ما كُتب
home-facts = { $members ->
        [one] عضو واحد
        [two] عضوان
        [few] { $members } أعضاء
        [many] { $members } عضوًا
       *[other] { $members } عضو
    }؛ { $holders ->
        [one] عند شخص واحد حاسوب محمول
        [two] عند شخصين حواسيب محمولة
       *[other] عدد من عندهم حواسيب محمولة { $holders }
    }.
home-provisional = مؤقت: شخص واحد وحده عنده حاسوب محمول، فلا يوقّع غيره بعد.
home-two = شخصان عندهما حاسوبان محمولان، ولا بديل لأحدهما إن ضاع حاسوبه: ادعُ ثالثًا.
home-reads = هذا الحاسوب المحمول يقرأ سجل { $town } ولا يكتب فيه.
home-asked = يطلب هذا الحاسوب المحمول القبول في { $town }. وهو يقرأ فقط حتى يوقّع أكثر من نصف الكشف. كلمات { $town } هي { $words }.
home-asked-again = يظهر رمز طلب هذا الحاسوب المحمول من جديد حين تُعطى الدعوة من جديد.
home-asked-invite = الدعوة
home-asked-do = عرض الرمز
home-taken-off = شُطب مفتاح هذا الحاسوب المحمول من كشف { $town }، وما شُطب لا يعود أبدًا. اطلب من أهل { $town } دعوة هذا الحاسوب من جديد، وضع الدعوة هنا: فيُعطى مفتاحًا جديدًا، ويبقى يقرأ ما خُتم للمفتاح القديم.
home-key-forked = كتب حاسوب محمول آخر بمفتاح هذا الحاسوب، فلا يُعتدّ بشيء منه بعد ذلك في { $town }. اطلب من الآخرين شطب ذلك المفتاح من الكشف ودعوة هذا الحاسوب من جديد، وضع الدعوة هنا: فيُعطى مفتاحًا جديدًا، ويبقى يقرأ ما خُتم للمفتاح القديم.
home-key-copied = وصلت بمفتاح هذا الحاسوب المحمول قيود لم تُكتب عليه، فلا يكتب شيئًا بعد الآن في { $town }. فإما أُعيدت إليه نسخة أقدم من هذا الدفتر، وإما عند غيرك نسخة منه.
home-key-copied-else = إن لم يُعد أحد نسخة أقدم فاطلب من الآخرين شطب ذلك المفتاح من الكشف ودعوة هذا الحاسوب من جديد، وضع الدعوة هنا: فيُعطى مفتاحًا جديدًا، ويبقى يقرأ ما خُتم للمفتاح القديم.
home-key-copied-mine = إن كنت أنت من أعاد نسخة أقدم فهذا الحاسوب يواصل الكتابة بعد أن يلتقي حاسوبًا محمولًا لجار أو يُدخل حزمة.
home-key-copied-do = أعدتُ نسخة أقدم
home-lost-do = الطلب بمفتاح جديد
home-restored = جاء هذا الدفتر من نسخة احتياطية ولم يسمع من أحد منذ ذلك، فلا يكتب بعد. التقِ حاسوبًا محمولًا لجار، أو أدخل حزمة.
home-backup = على هذا الحاسوب المحمول النسخة الوحيدة من الدفتر. والنسخ الاحتياطي على ذاكرة USB يأخذ دقيقة.
home-backup-do = عمل نسخة احتياطية

heard-saved = كل شيء محفوظ هنا.
heard-alone = كل شيء محفوظ هنا، على هذا الحاسوب المحمول وحده.
heard-met = آخر لقاء مع { $town } { $ago }{ $road ->
        [bundle] {"\u200F، "}بذاكرة USB
        [lan] {"\u200F، "}على الشبكة نفسها
       *[other] {""}
    }.
heard-met-own = آخر لقاء مع حاسوب محمول آخر لنا { $ago }{ $road ->
        [bundle] {"\u200F، "}بذاكرة USB
        [lan] {"\u200F، "}على الشبكة نفسها
       *[other] {""}
    }.
heard-missing = { $count ->
        [one] لم يصل قيد واحد من قيودهم.
        [two] لم يصل قيدان من قيودهم.
        [few] لم تصل { $count } من قيودهم.
       *[other] لم يصل { $count } من قيودهم.
    }
heard-waiting = { $count ->
        [one] قيد واحد ينتظر غيره مما يتبعه.
        [two] قيدان ينتظران غيرهما مما يتبعانه.
        [few] { $count } قيود تنتظر غيرها مما تتبعه.
        [many] { $count } قيدًا تنتظر غيرها مما تتبعه.
       *[other] { $count } قيد تنتظر غيرها مما تتبعه.
    }
heard-unheard = { $count ->
        [one] قيد واحد من قيودنا لا نعلم أنه وصل إلى حاسوب محمول آخر لنا.
        [two] قيدان من قيودنا لا نعلم أنهما وصلا إلى كل حاسوب محمول آخر لنا.
       *[other] { $count } من قيودنا لا نعلم أنها وصلت إلى كل حاسوب محمول آخر لنا.
    }
heard-little-room = لم تبقَ على هذا القرص إلا مساحة قليلة: { $free }. لا يُدخل ما تكتبه البلدات البعيدة، ويُدخل ما تكتبه جماعتكم وجيرانها. انقل ملفات لا تحتاج إليها أو احذفها، حتى تتوفر { $needed }.
heard-more = كل البلدات

first-title = Folkmoot
first-lede = دفتر محاضر للمجلس. يُحفظ على هذا الحاسوب المحمول ولا يحتاج إلى شبكة.
first-found = تأسيس مجلس
first-found-hint = أنت تبدأ الدفتر، وينضم إليه الآخرون لاحقًا.
first-found-lede = يرى الجيران الاسم والمكان. أما اسمك فيبقى داخل المجلس.
first-found-three = الأفضل أن تبدؤوا بثلاثة أشخاص عند كل منهم حاسوب محمول: فمن بين اثنين لا بديل لأحدهما إن ضاع حاسوبه.
first-join = الانضمام برمز
first-join-hint = أعطاك أحد رمزًا على ورقة أو على ذاكرة USB أو لتكتبه.
first-join-lede = رمز المجلس يُدخل هذا الحاسوب المحمول في كشفه، ورمز البلدة يتيح لك قراءة سجلها وحفظه. وبطاقة الاسترجاع رمز كذلك.
first-restore = استرجاع نسخة احتياطية
first-restore-hint = ضاع الحاسوب المحمول القديم، ونسخته الاحتياطية على ذاكرة USB.
first-step = الخطوة { $at } من { $of }
first-back = رجوع
first-name = اسم المجلس
first-name-hint = كما يسمّيه الناس، مثل: ميلبروك.
first-person = اسمك
first-person-hint = أنت العضو 1. ويُقيَّد الآخرون لاحقًا، بحاسوب محمول أو من دونه.
first-place = أين يجتمع
first-place-hint = يجوز تركه فارغًا.
first-do-found = تأسيس المجلس
first-do-join = انضمام
first-letter = هذا الرمز جواب، وقد أُدخل.
first-common-title = ماذا تتشاركون أولًا؟
first-common-lede = ابدؤوا بشيء واحد لا يستغني عنه الناس هنا. يُفتح له حساب في دفتر الحسابات، ويرى كل شخص ما دخل وما خرج.
first-common-water = الماء
    .account = ماء
    .like = بئر أو خزان أو أنبوب وصيانته
first-common-bread = الخبز
    .account = خبز
    .like = طحين أو فرن أو محصول بستان
first-common-care = الرعاية
    .account = ساعات رعاية
    .like = ساعات مع الكبار والصغار والمرضى
first-common-link = الاتصال
    .account = اتصال
    .like = هوائي أو خط والكهرباء التي يحتاجها
first-common-other = شيء آخر
    .like = مخزن عُدد أو حقل أو صندوق نقود
first-common-name = ما هو
first-common-name-hint = يُسمّى حسابه به.
first-common-store = الموجود منه
first-common-received = وارد
    .note = من أين يأتي
first-common-given = مصروف
    .note = إلى أين يذهب
first-common-do = فتح حسابه
first-common-done = فُتح الحساب.
first-common-skip = ليس الآن
first-safe-title = الاحتفاظ بنسخة
first-safe-lede = على هذا الحاسوب المحمول النسخة الوحيدة من الدفتر. أدخل ذاكرة USB واعمل نسخة احتياطية، أو افعل ذلك لاحقًا من الإعدادات.
first-safe-later = لاحقًا: فتح الدفتر
first-meeting = الدعوة إلى أول جلسة
first-words = كلمات { $town } هي { $words }. يقارنها الجيران معك جهرًا، حتى لا يتقدّم أحد باسمكم.
first-restore-none = لم توجد نسخة احتياطية على ذاكرة USB ولا في التنزيلات ولا في المستندات ولا في المجلد الرئيسي.
first-restore-file = النسخة الاحتياطية
first-restore-sent = لم يكتب الحاسوب المحمول القديم شيئًا بعد هذه النسخة
first-restore-sent-hint = عندئذ فقط يكتب هذا الحاسوب المحمول فورًا، وإلا سمع من جار أولًا.
first-restore-do = استرجاع
first-restore-busy = جارٍ استرجاع الدفتر…
first-asked-title = طلب القبول
first-asked-lede = على { $town } أن تقبل هذا الحاسوب المحمول قبل أن يكتب.
first-asked-words = كلمات هذا الحاسوب المحمول. ومن يقبله يرى الكلمات نفسها:
first-asked-next = التقِ الحاسوب المحمول الذي دعاك على الشبكة نفسها، أو احمل إليه هذا الرمز: كتابة أو صورة أو على ذاكرة USB. ويمكنك فتح الدفتر في الأثناء: يمتلئ حال اللقاء.
first-joined-title = صارت { $town } معروفة هنا
first-joined-lede = يأتي سجلها حين تلتقي أحد حواسيبها المحمولة، أو مع حزمة يحضرها أحد.
first-their-words = كلمات { $town }، للمقارنة جهرًا:
first-our-words = كلمات بلدتك:
first-bundle = حزمة أُحضرت
first-bundle-none = لم توجد حزمة على ذاكرة USB ولا في التنزيلات ولا في المستندات ولا في المجلد الرئيسي.
first-bundle-do = إدخالها
first-bundle-busy = جارٍ إدخال الحزمة…
first-go = فتح الدفتر

backup-where = إلى أين
backup-nowhere = لا ذاكرة USB موصولة، ولا مجلد للكتابة فيه.
backup-do = عمل نسخة احتياطية
backup-stays = هذا المجلد يضيع مع الحاسوب المحمول: صِل ذاكرة USB وانظر من جديد، أو انقل الملف إلى مكان آخر.
backup-busy = جارٍ نسخ الدفتر…
backup-done = النسخة الاحتياطية في { $file }.
places-again = البحث عن ذاكرة USB من جديد
file-where = { $place }، { $when }

shut-title = لا يمكن فتح الدفتر
shut-again = المحاولة من جديد
shut-where = الدفتر محفوظ في

search-title = البحث
search-hint = اسم، أو كلمة من قرار، أو حساب…
search-people = الناس
search-decisions = القرارات
search-charter = الميثاق
search-journal = دفتر الحسابات
search-mandates = التفويضات
search-towns = البلدات
search-meetings = الجلسات
search-decision = القرار { $number }، { $day }
search-left = غادر في { $day }
search-none = لا شيء في الدفتر بهذا الاسم.
search-begin = اكتب كلمة للبحث في الناس والقرارات والميثاق ودفتر الحسابات والجلسات والتفويضات.
search-count = { $count ->
        [one] وُجد مرة واحدة.
        [two] وُجد مرتين.
        [few] وُجد { $count } مرات.
       *[other] وُجد { $count } مرة.
    }
search-all = كل ما وُجد ({ $count })

settings-title = الإعدادات
settings-look = اللغة والضوء
settings-language = اللغة
settings-theme = الضوء
settings-theme-system = كالحاسوب المحمول
settings-theme-light = ضوء النهار
settings-theme-dark = ضوء الفانوس
settings-network = الشبكة
settings-network-hint = ما يفعله هذا الحاسوب المحمول على الشبكات. وذاكرة USB تعمل في كل حال.
settings-quiet = هدوء: لا اتصال ولا إرسال ولا إعلان
settings-announced = العثور على الحواسيب المحمولة على الشبكة نفسها، وأن تعثر عليه
settings-port = منفذ ثابت (لا تحتاجه معظم البلدات)
settings-port-hint = رقم لا يتغيّر يُبقي الرموز المطبوعة صالحة. يجوز تركه فارغًا.
settings-relay = مُرحِّل البلدة
settings-relay-hint = عنوانه، مثل https://relay.example. يجوز تركه فارغًا.
settings-network-do = حفظ هذا الاختيار
settings-network-done = حُفظ الاختيار.
settings-reached = يمكن لقاء هذا الحاسوب المحمول الآن على
settings-not-reached = هذا الحاسوب المحمول ليس على شبكة الآن.
settings-copy = الاحتفاظ بنسخة
settings-copy-hint = النسخة الاحتياطية ملف واحد فيه كل شيء، والمفاتيح أيضًا: احفظه حيث تحفظ مفتاح القاعة.
settings-verify = فحص كل شيء
settings-verify-hint = يفحص الدفتر كله: هل كل توقيع صحيح، وهل تغيّر شيء أو ضاع. في الدفتر الكبير يأخذ ذلك بضع دقائق.
settings-verify-do = فحص كل شيء الآن
settings-verify-busy = جارٍ الفحص…
settings-verify-good = { $changes ->
        [one] تغيير واحد سليم
        [two] تغييران سليمان
        [few] كل التغييرات الـ { $changes } سليمة
       *[other] كل التغييرات، وعددها { $changes }، سليمة
    }؛ { $documents ->
        [one] وبُني مستند واحد من جديد وهو موافق.
        [two] وبُني مستندان من جديد وهما موافقان.
        [few] وبُنيت { $documents } مستندات من جديد وهي موافقة.
        [many] وبُني { $documents } مستندًا من جديد وهي موافقة.
       *[other] وبُني { $documents } مستند من جديد وهي موافقة.
    }
settings-verify-bad = { $unsound ->
        [0] { $stale ->
                [one] مستند واحد لم يكن موافقًا، وبُني من جديد.
                [two] مستندان لم يكونا موافقين، وبُنيا من جديد.
                [few] { $stale } مستندات لم تكن موافقة، وبُنيت من جديد.
                [many] { $stale } مستندًا لم تكن موافقة، وبُنيت من جديد.
               *[other] { $stale } مستند لم تكن موافقة، وبُنيت من جديد.
            }
        [one] تغيير واحد غير سليم. استرجع نسخة احتياطية، أو أدخل حزمة من جار.
        [two] تغييران غير سليمين. استرجع نسخة احتياطية، أو أدخل حزمة من جار.
        [few] { $unsound } تغييرات غير سليمة. استرجع نسخة احتياطية، أو أدخل حزمة من جار.
        [many] { $unsound } تغييرًا غير سليم. استرجع نسخة احتياطية، أو أدخل حزمة من جار.
       *[other] { $unsound } تغيير غير سليم. استرجع نسخة احتياطية، أو أدخل حزمة من جار.
    }
settings-verify-waiting = { $count ->
        [one] تغيير واحد ينتظر غيره مما لم يصل.
        [two] تغييران ينتظران غيرهما مما لم يصل.
        [few] { $count } تغييرات تنتظر غيرها مما لم يصل.
        [many] { $count } تغييرًا تنتظر غيرها مما لم يصل.
       *[other] { $count } تغيير تنتظر غيرها مما لم يصل.
    }
settings-verify-untried = { $count ->
        [one] مسودة واحدة لم يمكن تجريبها فلم تُبنَ. كل ما فيها محفوظ.
        [two] مسودتان لم يمكن تجريبهما فلم تُبنيا. كل ما فيهما محفوظ.
        [few] { $count } مسودات لم يمكن تجريبها فلم تُبنَ. كل ما فيها محفوظ.
        [many] { $count } مسودةً لم يمكن تجريبها فلم تُبنَ. كل ما فيها محفوظ.
       *[other] { $count } مسودة لم يمكن تجريبها فلم تُبنَ. كل ما فيها محفوظ.
    }
settings-verify-hashes = مقارنة مع حاسوب محمول آخر
settings-verify-hashes-hint = الحواسيب المحمولة التي عندها الشيء نفسه تُظهر البصمات نفسها، تحت القواعد نفسها: إصدار { $rules }.
settings-verify-whose = البلدة والدائرة
settings-verify-changes = التغييرات
settings-verify-hash = البصمة
settings-about = حول
settings-where = دفتر هذا الحاسوب المحمول محفوظ في
settings-words = كلمات { $town }، للمقارنة جهرًا: { $words }
settings-licence = Folkmoot برنامج حر برخصة AGPL، الإصدار 3 أو ما بعده. يأتي مع مصدره، وبلا ضمان.

act-title = إجراء، وما وراءه
act-what = ما الذي تم
act-minutes = فتح محضر هذه الجلسة
act-settled = مستقرّ: لم يعد يُسقطه شيء، إلا أن يأتي قيدان مختلفان بمفاتيح حاسوب محمول واحد، وذلك يظهر للجميع.
act-need = { $need ->
        [one] يلزم توقيع واحد من أصحاب الحواسيب المحمولة، ووقّع { $have }.
       *[other] يلزم توقيع { $need } من أصحاب الحواسيب المحمولة، { $have ->
                [one] ووقّع واحد
                [two] ووقّع اثنان
               *[other] ووقّع { $have }
            }.
    }
act-why = لماذا هو كذلك
act-why-counts = هو مستوفٍ ومعتدّ به.
act-why-taken-back = سُجّل على وجه صحيح، وقيد آخر يعكسه: يبقى كلاهما في الدفتر ويتعادلان.
act-why-pending = هو مستوفٍ، ويُعتدّ به حين يوقّعه عدد كافٍ من أصحاب الحواسيب المحمولة.
act-why-contested = هو سليم، ولا يُعتدّ به بسبب ما يقف ضده. ويُعتدّ به حين يصادق عليه المجلس.
act-why-contested-binding = هو سليم، ولا يُعتدّ به بسبب ما يقف ضد من وقّعوه. ويُعتدّ به من جديد حين يوقّعه آخرون بعدد كافٍ، أو يُدوَّن من جديد.
act-why-contested-signature = لا يُعتدّ بهذا التوقيع بسبب ما يقف ضده. وما يوقّعه يحتاج إلى توقيع شخص آخر.
act-why-contested-inside = هو سليم، ولا يُعتدّ به بسبب ما يقف ضده. ومن يتمسك به يكتبه من جديد: فما يبقى داخل المجلس لا يُصادَق عليه.
act-why-split = شطبت حواسيب محمولة بعضها بعضًا من الكشف، ويُعتدّ به في جانب واحد فقط. ومن لا خلاف عليه يوقّع أحد الجانبين حتى يوقّعه أكثر من النصف. وإن لم يجتمع الجانبان أسّس كل منهما مجلسًا من جديد، وسمّى في أول قرار له هذا القيد بوصفه ما انفصل عنده.
act-why-newer = كتبه إصدار أحدث من Folkmoot. هو محفوظ، وهذا الإصدار لا يستطيع أن يقول هل يُعتدّ به.
act-behind = ما بُني عليه هذا الإجراء
act-behind-decision = بالقرار
act-behind-motion = عن الاقتراح
act-behind-meeting = في الجلسة
act-behind-minutes = محضر الجلسة
act-behind-grant = التفويض
act-behind-budget = من الميزانية
act-behind-transaction = القيد المعكوس
act-behind-corrected = القيد المصحَّح
act-behind-asked = ما طُلب
act-behind-agreed = ما اتُّفق عليه
act-behind-signed = الإجراء الموقَّع
act-behind-ratified = القيد المصادَق عليه
act-behind-draft = من المسودة
act-resting = ما بُني على هذا الإجراء
act-arrived = وصل إلى هنا: { $moment }
act-technical = لأدوات أخرى
act-fact-id = الإجراء
act-fact-kind = النوع
act-fact-change = التغيير الموقَّع
act-fact-document = المستند
act-fact-ring = من يقرؤه
act-fact-device = الحاسوب المحمول
act-ring-commons = الجميع
act-ring-assembly = المجلس
act-ring-person = شخص واحد
act-sign = توقيع
act-signed = وُقّع.
act-ratify = الاعتداد به رغم ذلك
act-ratify-hint = لا يُعتدّ إلا بما لم يعد شيء يقف ضده، أو بما اتفق عليه المجلس. ويجب أن يوقّع هذا أيضًا عدد كافٍ من أصحاب الحواسيب المحمولة.
act-ratifying = يُعتدّ به رغم ذلك حين يوقّع عدد كافٍ من أصحاب الحواسيب المحمولة.
act-ratify-do = المصادقة عليه
act-ratified = تتم المصادقة حين يوقّع عدد كافٍ من أصحاب الحواسيب المحمولة.

keys-title = المفاتيح
keys-palette = كل عمل، ببعض حروفه
keys-tab = إلى الحقل أو الرابط أو الزر التالي
keys-enter = تنفيذ
keys-back = رجوع إلى الصفحة السابقة
keys-escape = طيّ المفتوح
keys-this = هذه الورقة

unknown-title = لا صفحة كهذه

passphrase = عبارة المرور
passphrase-none = ليس لهذا الدفتر عبارة مرور: من يأخذ الحاسوب أو قرصه يقرأ كل ما فيه، وأسماء الناس أيضًا، ويوقّع بمفاتيحه.
passphrase-has = هذا الدفتر مغلق بعبارة مرور: من دونها لا يُقرأ منه شيء على القرص ولا في النسخ المعمولة بعد ذلك.
passphrase-first = عبارة المرور تُبقي الدفتر مغلقًا أمام من يأخذ الحاسوب.
passphrase-lost = إذا نُسيت فلا أحد يفتح هذا الدفتر بعدها: لا بطاقة استرجاع ولا نسخة عُملت بعد ذلك ولا أحد من Folkmoot.
passphrase-old = العبارة الحالية
passphrase-new = العبارة الجديدة
passphrase-again = مرة أخرى
passphrase-hint = 12 حرفًا على الأقل: أربع كلمات أو خمس لا يجمعها أحد معًا.
passphrase-set = وضع عبارة مرور
passphrase-change = تغيير عبارة المرور
passphrase-busy = يحتاج هذا لحظة…
passphrase-done = أُغلق الدفتر بعبارة المرور. النسخ السابقة تبقى مقروءة.
passphrase-changed = تغيّرت عبارة المرور. النسخ السابقة تُفتح بالعبارة القديمة.
passphrase-gone = لم تعد للدفتر عبارة مرور.
passphrase-off = رفع عبارة المرور
passphrase-off-hint = بعدها يستطيع من يأخذ الحاسوب أو قرصه أن يقرأ الدفتر.
passphrase-lock = يُقفل حين لا يلمسه أحد
passphrase-after = { $minutes ->
        [one] بعد دقيقة
        [two] بعد دقيقتين
        [few] بعد { $minutes } دقائق
       *[other] بعد { $minutes } دقيقة
    }
passphrase-never = أبدًا
home-for-you = بانتظارك
lock-now = الإقفال الآن
lock-resumed = ما بدأت كتابته عاد إلى مكانه هنا.
unlock-title = الدفتر مغلق
unlock-lede = اكتب عبارة مروره لتفتحه.
unlock-do = فتح
unlock-busy = يُفتح الدفتر…
first-restore-passphrase = عبارة مرور هذه النسخة

## أيام الهدوء

quiet-title = أيام الهدوء
quiet-says = حين تتوقع بلدة ضيقًا يمكن لجلسة أن تقرر هدوءها أيامًا. في تلك الأيام لا تتصل حواسيبها بأحد ولا ترسل ولا تعلن، ولا يبطل ما اتفق عليه المندوبون لعدم التقرير. { $most ->
    [zero] المدة في المرة الواحدة لا تزيد على { $most } يوم.
    [one] المدة في المرة الواحدة لا تزيد على يوم واحد.
    [two] المدة في المرة الواحدة لا تزيد على يومين.
    [few] المدة في المرة الواحدة لا تزيد على { $most } أيام.
    [many] المدة في المرة الواحدة لا تزيد على { $most } يومًا.
   *[other] المدة في المرة الواحدة لا تزيد على { $most } يوم.
}
quiet-told = ما يُعلن يبقى في الدفتر، ويقرؤه الجيران بعد انقضاء الهدوء. وإن أُريد ألا يعلم أحد أبدًا فاختر الهدوء تحت الشبكة، وعندئذ لا يُؤجَّل تقرير.
quiet-period = من { $from } إلى { $until }
quiet-begin = إعلان أيام هدوء
quiet-from = أول يوم
quiet-until = آخر يوم
quiet-then = في تلك الأيام يترك هذا الحاسوب المحمول الشبكة من تلقاء نفسه. أخبر حواسيب البلدة الأخرى قبل ذلك، أو بذاكرة USB.
quiet-do = إعلان
quiet-done = أُعلنت أيام الهدوء.
quiet-stick = الحواسيب التي لم تعلم بذلك بعد تُخبَر بذاكرة USB:
quiet-end = إنهاء الهدوء قبل موعده
quiet-last = آخر يوم هدوء
quiet-end-do = إنهاء الهدوء
quiet-ended = سُجّلت النهاية الجديدة.
