//! Works that last as long as the node does: letting in who calls, making calls, looking for neighbours nearby.
//!
//! **Invariant:** none of them ends silently. One that fails is told of, and begun anew after a rest.

use std::future::Future;
use std::time::Instant;

use tokio_util::sync::CancellationToken;

use crate::event::Event;
use crate::falls::Falls;
use crate::herald::Herald;

/// Keeps a work going until it ends by itself, which it does when the node stops.
pub(crate) async fn keep<F>(what: &str, herald: &Herald, stop: &CancellationToken, work: impl Fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut falls = Falls::default();
    loop {
        let begun = Instant::now();
        // In a task of its own, so that a fall ends nothing else.
        if tokio::spawn(work()).await.is_ok() {
            return;
        }
        let rest = falls.rest(begun.elapsed());
        herald.tell(Event::Trouble { text: format!("{what} failed, and begins again in {} s", rest.as_secs()) });
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(rest) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn a_work_that_fails_is_told_of_and_begun_anew() {
        let (herald, begun) = (Herald::default(), Arc::new(AtomicUsize::new(0)));
        let heard = herald.listen();
        let work = || {
            let begun = Arc::clone(&begun);
            async move { assert!(begun.fetch_add(1, Ordering::SeqCst) > 0, "the first time it fails") }
        };
        keep("letting in who calls", &herald, &CancellationToken::new(), work).await;
        assert_eq!(begun.load(Ordering::SeqCst), 2);
        let told: Vec<Event> = heard.try_iter().collect();
        let text = "letting in who calls failed, and begins again in 1 s".to_owned();
        assert_eq!(told, [Event::Trouble { text }]);
    }

    #[tokio::test]
    async fn a_node_that_stops_waits_for_no_rest() {
        let (herald, stop) = (Herald::default(), CancellationToken::new());
        stop.cancel();
        keep("making calls", &herald, &stop, || async { panic!("it fails each time") }).await;
    }
}
