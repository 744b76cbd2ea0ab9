# Arabic. A native reader should check this translation.

## Towns: who is known, what is missing where, invites, codes, and the courier

towns-title = البلدات
towns-lede = المجالس التي يجاورها هذا المجلس: متى كان آخر لقاء بكل منها، وما الناقص وأين.
towns-empty = تحمل البلدات المجاورة كل منها نسخة من السجل المفتوح للأخرى، فلا يذهب به سيل ولا حاسوب ضائع. تُدعى البلدة برمز، ويقارن أهلها معكم ست كلمات جهرًا.
towns-neighbours = الجيران
towns-invite = دعوة بلدة
towns-answer = الجواب عن رمز
towns-courier = الساعي
towns-more = { $left ->
        [one] واحدة أخرى
        [two] اثنتان أخريان
       *[other] { $left } أخرى
    }
towns-met = آخر لقاء { $ago }{ $road ->
        [bundle] ، بذاكرة USB
        [lan] ، على الشبكة نفسها
        [address] ، على عنوانها
        [called] ، باتصال منهم
        [relay] ، عبر المُرحِّل
       *[none] {""}
    }.
towns-met-never = لم يتم لقاء بعد.
towns-broke-off = انقطع ذلك اللقاء: { $why ->
        [lost] ضاع الاتصال
        [silent] سكت الطرف الآخر
        [stranger] أحد الطرفين لا يعرف الآخر
        [crowded] كان عند الطرف الآخر زوار كثيرون
        [replaced] حلّ محله اتصال أحدث
        [ours] لم يستطع هذا الحاسوب المحمول المتابعة
       *[other] لم يمكن استعمال ما وصل
    }.
towns-missing = { $count ->
        [one] قيد واحد من قيودهم ليس هنا بعد
        [two] قيدان من قيودهم ليسا هنا بعد
       *[other] { $count } من قيودهم ليست هنا بعد
    }{ $dated ->
        [yes] ، منذ { $since }
       *[no] {""}
    }.
towns-waiting = { $count ->
        [one] قيد واحد ينتظر هنا غيره مما لم يصل.
        [two] قيدان ينتظران هنا غيرهما مما لم يصل.
        [few] { $count } قيود تنتظر هنا غيرها مما لم يصل.
        [many] { $count } قيدًا تنتظر هنا غيرها مما لم يصل.
       *[other] { $count } قيد تنتظر هنا غيرها مما لم يصل.
    }
towns-not-known = { $count ->
        [one] قيد واحد موجود هنا لا نعلم أنه هناك
        [two] قيدان موجودان هنا لا نعلم أنهما هناك
        [few] { $count } قيود موجودة هنا لا نعلم أنها هناك
        [many] { $count } قيدًا موجودة هنا لا نعلم أنها هناك
       *[other] { $count } قيد موجودة هنا لا نعلم أنها هناك
    }{ $dated ->
        [yes] ، منذ { $since }
       *[no] {""}
    }.
towns-not-known-own-commons = { $count ->
        [one] قيد واحد يقرؤه من شاء لا نعلم أنه على حاسوب محمول آخر لنا
        [two] قيدان يقرؤهما من شاء لا نعلم أنهما على حاسوب محمول آخر لنا
        [few] { $count } قيود يقرؤها من شاء لا نعلم أنها على حاسوب محمول آخر لنا
        [many] { $count } قيدًا يقرؤها من شاء لا نعلم أنها على حاسوب محمول آخر لنا
       *[other] { $count } قيد يقرؤها من شاء لا نعلم أنها على حاسوب محمول آخر لنا
    }{ $dated ->
        [yes] ، منذ { $since }
       *[no] {""}
    }.
towns-not-known-own-assembly = { $count ->
        [one] قيد واحد من داخل المجلس لا نعلم أنه على حاسوب محمول آخر لنا
        [two] قيدان من داخل المجلس لا نعلم أنهما على حاسوب محمول آخر لنا
        [few] { $count } قيود من داخل المجلس لا نعلم أنها على حاسوب محمول آخر لنا
        [many] { $count } قيدًا من داخل المجلس لا نعلم أنها على حاسوب محمول آخر لنا
       *[other] { $count } قيد من داخل المجلس لا نعلم أنها على حاسوب محمول آخر لنا
    }{ $dated ->
        [yes] ، منذ { $since }
       *[no] {""}
    }.
towns-same = كان عند الاثنين الشيء نفسه { $ago }.
towns-no-record = سجلها ليس هنا بعد، ويأتي مع أول لقاء أو أول حزمة.
towns-here = { $count ->
        [0] لا شيء من سجلها هنا.
        [one] قيد واحد من سجلها هنا.
        [two] قيدان من سجلها هنا.
        [few] { $count } قيود من سجلها هنا.
        [many] { $count } قيدًا من سجلها هنا.
       *[other] { $count } قيد من سجلها هنا.
    }
towns-own = حواسيبنا المحمولة
towns-own-none = الدفتر على هذا الحاسوب المحمول وحده. حاسوب محمول ثانٍ يصونه ويوقّع ما هو ملزم.
towns-own-more = ضمّ حاسوب محمول آخر
towns-heard-of = سُمع بها ولم تنضم
towns-other = بلدات أخرى
towns-refused = { $count ->
        [one] شيء واحد رُفض عند الوصول
        [two] شيئان رُفضا عند الوصول
        [few] { $count } أشياء رُفضت عند الوصول
        [many] { $count } شيئًا رُفضت عند الوصول
       *[other] { $count } شيء رُفضت عند الوصول
    }


## The ring of lanterns

ring-title = البلدات في حلقة فوانيس
ring-says = كل فانوس بلدة، ولا بلدة في الوسط. والخط لقاء، وشُرَطه تقول كم مضى عليه.
ring-first = المرسوم أول { $drawn } من { $count }.
ring-here = هذه البلدة
ring-never = لا لقاء بعد
ring-week = لقاء خلال أسبوع
ring-month = لقاء خلال شهر
ring-longer = قبل ذلك
ring-no-line = بلا خط: لا لقاء بعد


## On a network

meet-now = اللقاء الآن
meet-on = على شبكة: من كان معروفًا وفي المتناول يتم لقاؤه دون سؤال.
meet-off = هذا الحاسوب المحمول ليس على شبكة الآن، وذاكرة USB تعمل في كل حال.
meet-quiet = اختير الهدوء: لا يرسل هذا الحاسوب المحمول شيئًا على الشبكات. وذاكرة USB تعمل في كل حال.
meet-settings = تغيير ذلك في الإعدادات
meet-called = { $known ->
        [0] لا يُعرف حاسوب محمول آخر بعد.
       *[other] { $called ->
            [0] من { $known } من الحواسيب المحمولة المعروفة لا عنوان هنا لأي منها. احمل حزمة، أو التقوا على شبكة واحدة.
            [one] يجري الاتصال بواحد من { $known } من الحواسيب المحمولة المعروفة.
            [two] يجري الاتصال باثنين من { $known } من الحواسيب المحمولة المعروفة.
           *[other] يجري الاتصال بـ { $called } من { $known } من الحواسيب المحمولة المعروفة.
        }
    }
news-met = { $named ->
        [yes] { $town } هنا
       *[no] حاسوب محمول هنا
    }{ $road ->
        [lan] ، على الشبكة نفسها
        [address] ، على عنوانها
        [called] ، باتصال منهم
        [relay] ، عبر المُرحِّل
       *[other] {""}
    }.
news-settled = تم لقاء { $named ->
        [yes] { $town }
       *[no] حاسوب محمول
    }: { $came ->
        [0] لم يصل جديد
        [one] وصل قيد واحد
        [two] وصل قيدان
        [few] وصلت { $came } قيود
        [many] وصل { $came } قيدًا
       *[other] وصل { $came } قيد
    }، { $went ->
        [0] ولم يذهب جديد
        [one] وذهب واحد
        [two] وذهب اثنان
        [few] وذهبت { $went }
       *[other] وذهب { $went }
    }.
news-same = عند الاثنين الشيء نفسه.
news-missing = { $count ->
        [one] قيد واحد من قيودهم ليس هنا بعد.
        [two] قيدان من قيودهم ليسا هنا بعد.
       *[other] { $count } من قيودهم ليست هنا بعد.
    }
news-parted = انقطع اللقاء مع { $named ->
        [yes] { $town }
       *[no] حاسوب محمول
    }: { $why ->
        [lost] ضاع الاتصال
        [silent] سكت الطرف الآخر
        [stranger] أحد الطرفين لا يعرف الآخر
        [crowded] كان الزوار كثيرين
        [replaced] حلّ محله اتصال أحدث
        [ours] لم يستطع هذا الحاسوب المحمول المتابعة
       *[other] لم يمكن استعمال ما وصل
    }.
news-stranger = { $named ->
        [yes] مرّت { $town } ولم يُسمح لها بالدخول.
       *[no] مرّ حاسوب محمول غير معروف هنا ولم يُسمح له بالدخول.
    }
news-turned-away = { $named ->
        [yes] لم تسمح { $town } بدخول هذا الحاسوب المحمول.
       *[no] لم يسمح حاسوب محمول بدخول هذا الحاسوب.
    }
news-trouble = شيء على الشبكة ليس كما ينبغي: { $text }


## Another town's book

reading-now = دفتر { $town } مفتوح للقراءة.
reading-facts = ما الناقص وأين، تجده مع دفترك.
reading-only = هذا الحاسوب المحمول يقرأ فقط، ولا يكتب لأي مجلس.
reading-back = رجوع إلى { $town }


## One town

town-known = ما هو معروف
town-heard = أول ما سُمع بها في { $day }، { $by ->
        [code] برمزها
        [answer] بجوابها عن دعوة
       *[other] بحزمة
    }.
town-members = { $count ->
        [one] ينتمي إليها عضو واحد.
        [two] ينتمي إليها عضوان.
        [few] ينتمي إليها { $count } أعضاء.
        [many] ينتمي إليها { $count } عضوًا.
       *[other] ينتمي إليها { $count } عضو.
    }
town-witnessed = المختوم: { $sealed }، { $witnesses ->
        [0] ولم يشهد عليه أحد.
        [one] وشهدت بلدة أخرى.
       *[other] وعدد البلدات التي شهدت { $witnesses }.
    }
town-laptops = { $count ->
        [one] يمكن لقاء حاسوب محمول واحد لها.
        [two] يمكن لقاء حاسوبين محمولين لها.
        [few] يمكن لقاء { $count } حواسيب محمولة لها.
        [many] يمكن لقاء { $count } حاسوبًا محمولًا لها.
       *[other] يمكن لقاء { $count } حاسوب محمول لها.
    }
town-words = كلماتها
town-words-says = ترى البلدتان الكلمات الست نفسها، وإلا فإحداهما بلدة أخرى. قارنوها جهرًا.
town-read = قراءة دفتر { $town }
town-read-do = قراءة دفترها
town-pack = تجهيز حزمة لها
town-answer = الجواب عن رمزها
town-answer-says = حيث لا يصل أحد الحاسوبين المحمولين إلى الآخر، يُحمل الجواب باليد أو يذهب في حزمة لهذه البلدة.
town-answer-do = عرض الجواب من جديد
town-answer-none = لا جواب مستحقًا: تم الانضمام إليها دون مجلس خاص.
town-unknown = لا يُعرف شيء هنا عن هذه البلدة.
town-all = كل البلدات


## Inviting

invite-title = دعوة بلدة
invite-lede = لكل بلدة رمز خاص بها. سلّمه صورة أو على ورق أو نصًا، وقارنوا الكلمات جهرًا.
invite-do = إنشاء دعوة
invite-open = تنتظر جوابًا
invite-none = لا دعوة تنتظر جوابًا.
invite-past = دعوات سابقة
invite-all = عرض الكل
invite-until = حتى { $until }
invite-shown = معروضة أعلاه
invite-show = عرض
invite-show-which = عرض الدعوة { $name }
invite-revoke = استرداد
invite-revoke-which = استرداد الدعوة { $name }
invite-revoked = استُردّت الدعوة.
invite-state-used = أجابت عنها
invite-state-expired = انتهت مدتها { $until }
invite-state-revoked = استُردّت
invitation-title = { $town } تدعو بلدة
invitation-says = تُدخل البلدة الأخرى هذا الرمز في Folkmoot تحت «البلدات» ثم «الجواب عن رمز»، وتقرؤه آلة التصوير من الصورة. يُدخل بلدة واحدة، حتى { $until }.
invitation-words = قارنوا هذه الكلمات جهرًا، ويجب أن ترى البلدة الأخرى الكلمات نفسها:
invitation-print = طباعة


## Answering

answer-title = الجواب عن رمز
answer-lede = أي رمز أعطاك إياه أحد: دعوة من بلدة، أو جواب عن دعوة منكم، أو حاسوب محمول يطلب الدخول، أو بطاقة استرجاع.
answer-file = أو ملف فيه رمز
answer-do = جواب
answer-another = رمز آخر
came-town = تم الانضمام إلى { $town }
came-town-says = من الآن تحمل كل منهما السجل المفتوح للأخرى. ويأتي سجلها مع أول لقاء أو حزمة.
came-town-reads = يُحفظ سجلها المفتوح هنا من الآن، ويأتي مع أول لقاء أو حزمة.
came-town-open = فتح صفحتها
came-town-words = قارنوا جهرًا مع { $town }، ويجب أن يروا الكلمات نفسها:
came-our-words = وهذه كلماتنا، وهم يقارنونها:
came-carry = يتم الجواب عن الدعوة حين يلتقي الحاسوبان المحمولان. فإن لم يصل أحدهما إلى الآخر، فاحمل هذا الجواب باليد أو جهّز حزمة للبلدة.
came-device = اطلب من { $town } قبول هذا الحاسوب المحمول
came-device-says = على { $town } أن تقبل هذا الحاسوب المحمول. التقِ الحاسوب الذي أنشأ الدعوة، أو احمل إليه هذا الرمز باليد.
came-device-laptop = كلمات هذا الحاسوب المحمول، للمقارنة جهرًا:
came-device-words = وكلمات { $town }:
came-letter = ما يقوله الرمز
came-ask-words = كلمات ذلك الحاسوب المحمول، للمقارنة جهرًا قبل أن يقبله أحد:
came-ask-admit = إلى الحواسيب المحمولة التي تطلب القبول
letter-answer = { $again ->
        [again] سبق أن أجابت { $town }، ولا يتغيّر شيء.
       *[first] أجابت { $town } عن دعوة، وهي جارة الآن.
    }
letter-ask = { $again ->
        [again] سبق أن طلب حاسوب محمول يخص { $who } القبول، وما زال ينتظر.
       *[first] يطلب حاسوب محمول يخص { $who } القبول.
    }
letter-for-others = هو لمجلس لا يكتب له هذا الحاسوب المحمول. احمله إلى أصحابه.
letter-for-another-laptop = لا يجيب عن دعوة من هذا الحاسوب المحمول، ولعله يجيب عن دعوة أنشأها حاسوب محمول آخر للمجلس. احمله إليه.


## The courier

courier-title = الساعي
courier-lede = ما لا تحمله شبكة يحمله إنسان: حزمة على ذاكرة USB فيها السجل، وتُثبت نفسها حيثما وصلت.
courier-look = النظر من جديد
out-title = الحمل إلى الخارج
out-whom = لمن
out-anyone = لأي أحد
out-anyone-hint = ما يجوز للجيران رؤيته، من كل بلدة هنا.
out-towns = لبلدات مختارة
out-towns-hint = الشيء نفسه مختومًا فلا تفتحه إلا حواسيبها المحمولة، ومعه الأجوبة عن دعواتها.
out-own = لحواسيبنا المحمولة
out-own-hint = كل شيء، مع البطاقات وما يبقى داخل المجلس، ولا تفتحه إلا حواسيبنا المحمولة.
out-which = أي بلدات
out-find = البحث عن بلدة
out-where = إلى أين
out-do = تجهيز الحزمة
out-busy = جارٍ التجهيز…
place-none = لا مكان للكتابة فيه.
place-no-stick = لا ذاكرة USB موصولة. صِل واحدة وانظر من جديد، أو جهّز الحزمة في مجلد.
packed-ready = الحزمة في { $place }
packed-inside = فيها
packed-assemblies = { $count ->
        [one] سجل بلدة واحدة
        [two] سجلا بلدتين
        [few] سجلات { $count } بلدات
       *[other] سجلات { $count } بلدة
    }
packed-changes = { $count ->
        [one] قيد واحد
        [two] قيدان
        [few] { $count } قيود
        [many] { $count } قيدًا
       *[other] { $count } قيد
    }
packed-cards = { $count ->
        [one] بطاقة واحدة عليها اسم
        [two] بطاقتان عليهما اسمان
        [few] { $count } بطاقات عليها أسماء
       *[other] { $count } بطاقة عليها أسماء
    }
packed-files = { $count ->
        [one] مرفق واحد
        [two] مرفقان
        [few] { $count } مرفقات
        [many] { $count } مرفقًا
       *[other] { $count } مرفق
    }
packed-letters = { $count ->
        [one] جواب واحد عن دعوة
        [two] جوابان عن دعوتين
        [few] { $count } أجوبة عن دعوات
        [many] { $count } جوابًا عن دعوات
       *[other] { $count } جواب عن دعوات
    }
packed-readers = من يقرؤها
packed-own = حواسيب { $town } المحمولة فقط.
packed-sealed = الحواسيب المحمولة في { $towns } فقط. فيها ما يجوز للجيران رؤيته، وليس فيها بطاقات.
packed-open = كل من عنده الملف. فيها ما يجوز للجيران رؤيته، وليس فيها بطاقات.
packed-again = تجهيز حزمة أخرى
in-title = إدخال
in-none = لم توجد حزمة على ذاكرة USB ولا في التنزيلات ولا في المستندات ولا في المجلد الرئيسي. صِل ذاكرة USB التي وصلت، وانظر من جديد.
in-on-stick = على ذاكرة USB { $place }
in-folder = في { $place }
in-take = إدخال
in-take-which = إدخال { $file }
in-busy = جارٍ الإدخال…
in-more = { $left ->
        [one] واحدة أخرى
        [two] اثنتان أخريان
       *[other] { $left } أخرى
    }
brought-title = ما أحضرته { $file }
brought-new = { $count ->
        [one] قيد جديد واحد
        [two] قيدان جديدان
        [few] { $count } قيود جديدة
        [many] { $count } قيدًا جديدًا
       *[other] { $count } قيد جديد
    } من { $town }
brought-nothing = لم يأت منها جديد.
brought-all-here = لا جديد: كان كله هنا من قبل.
brought-cards = { $count ->
        [one] بطاقة جديدة واحدة
        [two] بطاقتان جديدتان
        [few] { $count } بطاقات جديدة
       *[other] { $count } بطاقة جديدة
    }
brought-files = { $count ->
        [one] مرفق جديد واحد
        [two] مرفقان جديدان
        [few] { $count } مرفقات جديدة
        [many] { $count } مرفقًا جديدًا
       *[other] { $count } مرفق جديد
    }
brought-waiting = { $count ->
        [one] قيد واحد ينتظر غيره مما لم يصل
        [two] قيدان ينتظران غيرهما مما لم يصل
        [few] { $count } قيود تنتظر غيرها مما لم يصل
        [many] { $count } قيدًا تنتظر غيرها مما لم يصل
       *[other] { $count } قيد تنتظر غيرها مما لم يصل
    }
brought-known = { $count ->
        [one] قيد واحد كان هنا من قبل
        [two] قيدان كانا هنا من قبل
        [few] { $count } قيود كانت هنا من قبل
        [many] { $count } قيدًا كانت هنا من قبل
       *[other] { $count } قيد كانت هنا من قبل
    }
brought-newer = { $count ->
        [one] جزء واحد من إصدار أحدث من Folkmoot، ويُترك إلى حين
        [two] جزآن من إصدار أحدث من Folkmoot، ويُتركان إلى حين
        [few] { $count } أجزاء من إصدار أحدث من Folkmoot، وتُترك إلى حين
        [many] { $count } جزءًا من إصدار أحدث من Folkmoot، وتُترك إلى حين
       *[other] { $count } جزء من إصدار أحدث من Folkmoot، وتُترك إلى حين
    }
brought-damaged = { $count ->
        [one] جزء واحد تالف أو ناقص، وأُدخل الباقي. اطلب الحزمة من جديد.
        [two] جزآن تالفان أو ناقصان، وأُدخل الباقي. اطلب الحزمة من جديد.
        [few] { $count } أجزاء تالفة أو ناقصة، وأُدخل الباقي. اطلب الحزمة من جديد.
        [many] { $count } جزءًا تالفة أو ناقصة، وأُدخل الباقي. اطلب الحزمة من جديد.
       *[other] { $count } جزء تالفة أو ناقصة، وأُدخل الباقي. اطلب الحزمة من جديد.
    }
brought-sealed = { $count ->
        [one] جزء واحد مختوم لآخرين. احمل الحزمة إليهم.
        [two] جزآن مختومان لآخرين. احمل الحزمة إليهم.
        [few] { $count } أجزاء مختومة لآخرين. احمل الحزمة إليهم.
        [many] { $count } جزءًا مختومة لآخرين. احمل الحزمة إليهم.
       *[other] { $count } جزء مختومة لآخرين. احمل الحزمة إليهم.
    }
brought-unproven = لم يثبت من جهّزها. وما أُدخل منها يُثبت نفسه مع ذلك.
brought-unwelcome = جواب عن دعوة لا يُدخل أحدًا: { $why ->
        [invite-expired] انتهت مدة الدعوة
        [invite-revoked] استُردّت الدعوة
        [invite-used] سبق أن أجاب غيره عن الدعوة
        [letter-of-another] هو لحاسوب محمول غير الذي يقوله
       *[other] لا يجيب عن دعوة من هذا الحاسوب المحمول
    }.
brought-refused = { $count ->
        [one] رُفض شيء واحد فيها.
        [two] رُفض شيئان فيها.
        [few] رُفضت { $count } أشياء فيها.
        [many] رُفض { $count } شيئًا فيها.
       *[other] رُفض { $count } شيء فيها.
    }
brought-refused-why = عرض ما رُفض وسببه
brought-new-town = بلدة لم يُسمع بها من قبل:


## إنهاء الجوار

part-open = إنهاء الجوار
part-title = إنهاء الجوار مع { $town }؟
part-says = تعود حواسيبها غريبة: لا يُقال لها شيء بعد ذلك ولا يُتصل بها. ما جاء منها يبقى في الدفتر. دعوة جديدة تجعلكم جيرانًا من جديد.
part-do = إنهاء الجوار
part-done = لم تعد { $town } بلدة جارة.
