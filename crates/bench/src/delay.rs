//! The road between two laptops: a forwarder of datagrams that holds each one back, so that every contestant feels the same delay.
//!
//! One end is on IPv6 and the other on IPv4, so neither can find a way around it.

use std::collections::VecDeque;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, OnceLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use socket2::SockRef;

const BUFFER: usize = 4 * 1024 * 1024;
const LARGEST: usize = 64 * 1024;
const GLANCE: Duration = Duration::from_millis(50);

/// A forwarder, which stops when it is dropped.
pub(crate) struct Delay {
    pub(crate) entrance: SocketAddr,
    stop: Arc<AtomicBool>,
    carried: Arc<AtomicU64>,
    threads: Vec<JoinHandle<()>>,
}

type Peer = Arc<OnceLock<SocketAddr>>;

/// Datagrams on their way, each with the moment at which it is due.
#[derive(Default)]
struct Way {
    under_way: Mutex<VecDeque<(Instant, Vec<u8>)>>,
    more: Condvar,
}

impl Delay {
    /// Forwards between whoever calls on IPv6 and `to`, which listens on IPv4; each datagram takes half a round trip.
    pub(crate) fn before(to: SocketAddr, round_trip: Duration) -> io::Result<Delay> {
        let outside = socket(SocketAddr::from((Ipv6Addr::LOCALHOST, 0)))?;
        let inside = socket(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
        let entrance = outside.local_addr()?;
        let (stop, carried) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (caller, called) = (Peer::default(), Arc::new(OnceLock::from(to)));
        let mut threads = Vec::new();
        for (from, to, sender, receiver) in [(&outside, &inside, &caller, &called), (&inside, &outside, &called, &caller)] {
            let (from, to) = (from.try_clone()?, to.try_clone()?);
            let (sender, receiver) = (Arc::clone(sender), Arc::clone(receiver));
            let (stop, carried) = (Arc::clone(&stop), Arc::clone(&carried));
            let half = round_trip / 2;
            if half.is_zero() {
                threads.push(std::thread::spawn(move || {
                    listen(&from, &sender, &stop, &carried, |datagram| send(&to, &receiver, datagram));
                }));
                continue;
            }
            let way = Arc::new(Way::default());
            let (heard, stopped) = (Arc::clone(&way), Arc::clone(&stop));
            threads.push(std::thread::spawn(move || {
                listen(&from, &sender, &stop, &carried, |datagram| {
                    let mut under_way = heard.under_way.lock().unwrap();
                    under_way.push_back((Instant::now() + half, datagram.to_vec()));
                    heard.more.notify_one();
                });
            }));
            threads.push(std::thread::spawn(move || deliver(&way, &to, &receiver, &stopped)));
        }
        Ok(Delay { entrance, stop, carried, threads })
    }

    /// How many bytes it has carried, in datagrams.
    pub(crate) fn carried(&self) -> u64 {
        self.carried.load(Ordering::Relaxed)
    }
}

impl Drop for Delay {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.threads.drain(..).for_each(|thread| thread.join().unwrap());
    }
}

fn socket(address: SocketAddr) -> io::Result<UdpSocket> {
    let socket = UdpSocket::bind(address)?;
    SockRef::from(&socket).set_recv_buffer_size(BUFFER)?;
    SockRef::from(&socket).set_send_buffer_size(BUFFER)?;
    socket.set_read_timeout(Some(GLANCE))?;
    Ok(socket)
}

fn listen(from: &UdpSocket, sender: &Peer, stop: &AtomicBool, carried: &AtomicU64, mut heard: impl FnMut(&[u8])) {
    let mut datagram = vec![0; LARGEST];
    while !stop.load(Ordering::Relaxed) {
        // Nothing arrived for a while, or the one who was last sent something is gone.
        let Ok((length, address)) = from.recv_from(&mut datagram) else { continue };
        if sender.get_or_init(|| address) == &address {
            carried.fetch_add(length as u64, Ordering::Relaxed);
            heard(&datagram[..length]);
        }
    }
}

fn deliver(way: &Way, to: &UdpSocket, receiver: &Peer, stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) {
        let mut under_way = way.under_way.lock().unwrap();
        let Some((due, datagram)) = under_way.pop_front() else {
            drop(way.more.wait_timeout(under_way, GLANCE).unwrap());
            continue;
        };
        drop(under_way);
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        send(to, receiver, &datagram);
    }
}

fn send(to: &UdpSocket, receiver: &Peer, datagram: &[u8]) {
    if let Some(address) = receiver.get() {
        // A datagram that is lost is sent again by QUIC.
        let _ = to.send_to(datagram, address);
    }
}
