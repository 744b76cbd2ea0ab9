//! One bidirectional stream between two iroh endpoints, bound as `folkmoot-net` binds its own, with the forwarder between them.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use iroh::endpoint::{BindOpts, Connection, PortmapperConfig, QuicTransportConfig, RecvStream, SendStream, VarInt, presets};
use iroh::{Endpoint, EndpointAddr, NetReportConfig, RelayMode, SecretKey, TransportAddr};
use tokio::io::Join;
use tokio::task::JoinHandle;

use crate::Outcome;
use crate::delay::Delay;
use crate::tally::{Counted, End, Tally};

const PROTOCOL: &[u8] = b"folkmoot-bench/0";
/// As `folkmoot-net` has it.
const WINDOW: u32 = 2 * 1024 * 1024;

pub(crate) const DIALLER: IpAddr = IpAddr::V6(Ipv6Addr::LOCALHOST);
pub(crate) const CALLED: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

pub(crate) type Stream = Counted<Join<RecvStream, SendStream>>;

/// A connection; the stream is opened by whoever dialled, and seen by the other when the first byte has come.
pub(crate) struct Road {
    dialler: Connection,
    called: JoinHandle<Outcome<Stream>>,
    pub(crate) tally: Tally,
    pub(crate) since: Instant,
    endpoints: [Endpoint; 2],
    delay: Delay,
    /// A connection ends when nobody has it.
    _kept: Arc<OnceLock<Connection>>,
}

impl Road {
    pub(crate) async fn of(round_trip: Duration) -> Outcome<Road> {
        let (dialler, called) = (bind(DIALLER).await?, bind(CALLED).await?);
        let address = called.bound_sockets().into_iter().find(SocketAddr::is_ipv4).ok_or("no address")?;
        let delay = Delay::before(address, round_trip)?;
        let to = EndpointAddr::from_parts(called.id(), [TransportAddr::Ip(delay.entrance)]);
        let accept = called.clone();
        let tally = Tally::default();
        let kept = Arc::new(OnceLock::new());
        let (told, keep) = (tally.clone(), Arc::clone(&kept));
        // The one who is called has its connection later than the caller, who does not wait for it.
        let accepting = tokio::spawn(async move {
            let connection = accept.accept().await.ok_or("closed")?.await?;
            let connection: &Connection = keep.get_or_init(|| connection);
            let (say, hear) = connection.accept_bi().await?;
            Ok(Counted { stream: tokio::io::join(hear, say), end: End::Called, tally: told })
        });
        let calling = dialler.connect(to, PROTOCOL).await?;
        let since = Instant::now();
        Ok(Road { dialler: calling, called: accepting, tally, since, endpoints: [dialler, called], delay, _kept: kept })
    }

    pub(crate) async fn open(&self) -> Outcome<Stream> {
        let (say, hear) = self.dialler.open_bi().await?;
        Ok(Counted { stream: tokio::io::join(hear, say), end: End::Dialler, tally: self.tally.clone() })
    }

    /// Takes the other end of the stream, which shows itself by its first byte.
    pub(crate) fn called(&mut self) -> JoinHandle<Outcome<Stream>> {
        std::mem::replace(&mut self.called, tokio::spawn(async { Err("it was taken".into()) }))
    }

    /// Closes everything, and makes sure that nothing went around the forwarder.
    pub(crate) async fn close(self) -> Outcome<()> {
        let arrived = self.tally.arrived();
        for endpoint in self.endpoints {
            endpoint.close().await;
        }
        if self.delay.carried() < arrived { Err("bytes went around the forwarder".into()) } else { Ok(()) }
    }
}

async fn bind(at: IpAddr) -> Outcome<Endpoint> {
    let transport = QuicTransportConfig::builder()
        .max_concurrent_bidi_streams(VarInt::from_u32(1))
        .max_concurrent_uni_streams(VarInt::from_u32(0))
        .datagram_receive_buffer_size(None)
        .stream_receive_window(VarInt::from_u32(WINDOW))
        .receive_window(VarInt::from_u32(WINDOW))
        .send_window(u64::from(WINDOW))
        .max_idle_timeout(Some(Duration::from_secs(30).try_into()?))
        .build();
    let builder = Endpoint::builder(presets::Minimal)
        .secret_key(SecretKey::generate())
        .alpns(vec![PROTOCOL.to_vec()])
        .relay_mode(RelayMode::Disabled)
        .clear_address_lookup()
        .portmapper_config(PortmapperConfig::Disabled)
        .net_report_config(NetReportConfig::minimal())
        .transport_config(transport)
        .clear_ip_transports()
        .bind_addr_with_opts(SocketAddr::new(at, 0), BindOpts::default().set_is_required(true))?;
    Ok(builder.bind().await?)
}
