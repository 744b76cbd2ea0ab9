# Arabic. A native reader should check this translation.

## Drafts: texts that people write together

drafts-title = المسودات
drafts-lede = تُكتب معًا، ولا تُلزم أحدًا، ولا تخرج من البلدة.
drafts-empty = في المسودة يكتب عدة أشخاص نصًا واحدًا، كل على حاسوبه المحمول، ولا تضيع كلمات أحد. حين يجهز النص يُرفع إلى جلسة، وحتى ذلك الحين يبقى داخل المجلس.
drafts-open = قيد الكتابة
drafts-none-open = لا مسودة قيد الكتابة.
drafts-past = المغلقة
draft-begin = بدء مسودة
draft-begun = بُدئت المسودة.
draft-title = العنوان
draft-title-hint = ماذا يسمّى النص.
draft-title-new = يصير عنوان المادة.
draft-about = ماذا سيصير
draft-about-open = لم يُذكر بعد ماذا سيصير
draft-about-motion = اقتراح
draft-about-charter = الميثاق كله بنص جديد
draft-about-charter-first = ميثاق أول
draft-about-clause = المادة «{ $clause }»
draft-about-new = مادة جديدة في الميثاق
draft-first-heading = المادة الأولى
draft-stays = تبقى المسودة بين حواسيب هذا المجلس المحمولة. لا يراها الجيران أبدًا، ولا تحملها حزمة إلى بلدة أخرى.
draft-edits = { $edits ->
        [0] كما بُدئت
        [one] تعديل واحد
        [two] تعديلان
        [few] { $edits } تعديلات
        [many] { $edits } تعديلًا
       *[other] { $edits } تعديل
    }
draft-carried = حملها إجراء
draft-closed = مغلقة

draft-text = النص
draft-saved = محفوظ هنا.
draft-typing = كتابة جارية، لم تُحفظ بعد
draft-headings-hint = السطر «# عنوان» هو العنوان. والسطر «## عنوان» يبدأ مادة، والكلام الذي تحته هو نصها.
draft-authors = من كتبها
draft-author-unknown = حاسوب محمول ليس على الكشف
draft-characters = { $characters ->
        [one] حرف واحد
        [two] حرفان
        [few] { $characters } أحرف
        [many] { $characters } حرفًا
       *[other] { $characters } حرف
    }
draft-nobody = لا أحد بعد.

draft-way-motion = رفعها إلى جلسة
draft-way-charter = إدخالها في الميثاق
draft-way-close = إغلاق المسودة
draft-way-again = المتابعة في مسودة جديدة
draft-close-says = يُجمَّد النص كما هو. ويبقى مقروءًا هنا، ولا يحمله شيء إلى جلسة ولا إلى الميثاق.
draft-closed-done = أُغلقت المسودة.
draft-left-over = أغلق أحدهم المسودة قبل حفظ هذه الكلمات. انسخ ما تحتاجه، أو تابع بها في مسودة جديدة.
draft-frozen = مجمَّدة
draft-by-motion = حملها الاقتراح «{ $title }» في جلسة { $meeting }
draft-by-charter = حملها إجراء على الميثاق
draft-by-act = الإجراء الذي حملها
draft-by-nothing = لم يحملها شيء.
draft-text-missing = بعض الكلمات التي انتهت بها لم يصل إلى هنا بعد.
draft-empty-text = انتهت بلا كلمات.

draft-aside = كلمات إلى جانب النص
draft-aside-newer = كُتبت بإصدار أحدث من Folkmoot، وليست في النص هنا
draft-aside-follows-nothing = لم يصل ما تتبعه هذه الكلمات، وليست في النص بعد
draft-aside-does-not-fit = لا تنطبق على النص الذي تسمّيه، حُفظت وليست فيه
draft-aside-full = كانت المسودة ممتلئة، حُفظت وليست في النص
draft-aside-harmful = تضرّر ما جرّب هذه الكلمات؛ هي محفوظة وليست في النص
draft-aside-later = كُتبت بعد تجميدها، ولا تغيّر شيئًا
draft-aside-contested = في النص، وهي محل خلاف

carry-hint = تُحمل الكلمات كما هي، وتُجمَّد المسودة معها. لتغييرها، ارجع واكتب.
carry-nothing = لا يقول النص شيئًا لا يقوله الميثاق بالفعل.
carry-no-meeting = لا جلسة مفتوحة. افتتح جلسة أولًا، ثم يُرفع النص إليها اقتراحًا.
carry-meeting = الجلسة
carry-title = عنوان الاقتراح
carry-matter = الموضوع
carry-matter-policy = سياسة: ما يريده المجلس
carry-matter-administration = إدارة: كيف يُنفَّذ أمر
carry-matter-election = انتخاب: من يقوم بأمر
carry-mover = مقدّم الاقتراح
carry-motion-do = تقديم الاقتراح
carry-motion-done = قُدّم الاقتراح، وجُمّدت المسودة.
