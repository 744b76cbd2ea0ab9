## ما ختمته بلدات أخرى وتشهد عليه هذه، وبلدات تُظهر سجلين

witness-by = شهدت عليه
witness-by-nobody = لم تشهد عليه بلدة أخرى بعد.
witness-waits = ينتظر الشهادة
witness-says = من يشهد يقول: هذا مختوم، وهنا كان سجلهم حين رأيناه. لا يُلزم ذلك أحدًا بشيء، ويصعّب أن يُعرض على غيرنا سجل آخر فيما بعد.
witness-minutes = محضر { $meeting }
witness-closing = حسابات أُغلقت حتى { $until }
witness-waits-split = تبيّن أن هذه البلدة تُظهر سجلين. انظروا أولًا؛ لا يُشهد لها مع البقية.
witness-do = { $count ->
        [one] الشهادة على ما خُتم منذ آخر مرة
       *[other] الشهادة لعدد من البلدات هو { $count } على ما خُتم منذ آخر مرة
    }
witness-do-split = الشهادة مع ذلك للبلدة { $town }
witness-done = سُجّلت الشهادة.
witness-split-line = عرضت { $town } سجلين تحت اسم واحد.
witness-split-minutes = ختمت { $town } محضر { $meeting } مرتين على غير صورة واحدة.
witness-split-proved = كلاهما موقّع بحاسوبها وموجود هنا.
witness-split-told = يقول ذلك شهودها؛ أما السجل الآخر فلم يصل إلى هنا.
witness-split-book = { $book ->
        [none] سجل آخر عُرض على
       *[other] السجل الذي ينتهي بـ { $book } عُرض على
    }
witness-split-here = (موجود هنا)
witness-split-instead = قولوا لأهل { $town } وللبلدات المذكورة بصوت مسموع ما عُرض على كل منكم. الحاسوب المنسوخ أو المسروق يبدو كالذي يكذب؛ والناس يعرفون أيهما كان.
