//! Binding endpoints.
//!
//! **Invariant:** what an endpoint could ask of anybody by itself is off: relays but the town's own, address lookups, port mapping, probes
//! for captive portals, and the public name servers that the library falls back to.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use folkmoot::id::AssemblyId;
use iroh::dns::DnsResolver;
use iroh::endpoint::{BindOpts, PortmapperConfig, QuicTransportConfig, VarInt, presets};
use iroh::{Endpoint, NetReportConfig, RelayMode, RelayUrl, SecretKey};

use crate::PROTOCOL;
use crate::config::{Config, Pen};
use crate::error::NetError;

/// How many bytes may be on their way in one direction before the other end has taken them in.
const WINDOW: u32 = 2 * 1024 * 1024;
/// After how long without a sign of life a connection counts as lost.
const IDLE: Duration = Duration::from_secs(30);

/// Binds an endpoint for each pen.
///
/// # Errors
/// [`NetError::Bind`] for the first that cannot be bound; those bound before it are closed.
pub(crate) async fn bind_all(config: &Config, relay: Option<&RelayUrl>) -> Result<BTreeMap<AssemblyId, Endpoint>, NetError> {
    let mut endpoints: BTreeMap<AssemblyId, Endpoint> = BTreeMap::new();
    for (place, pen) in (0u16..).zip(&config.pens) {
        let port = config.port.and_then(|port| port.checked_add(place));
        match bind(pen, &config.bind, port, relay).await {
            Ok(endpoint) => {
                endpoints.insert(pen.assembly, endpoint);
            }
            Err(source) => {
                for endpoint in endpoints.into_values() {
                    endpoint.close().await;
                }
                return Err(NetError::Bind { assembly: pen.assembly, source });
            }
        }
    }
    Ok(endpoints)
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Binds at the port, or at any other where it is taken.
async fn bind(pen: &Pen, addresses: &[IpAddr], port: Option<u16>, relay: Option<&RelayUrl>) -> Result<Endpoint, Failure> {
    if let Some(port) = port
        && let Ok(endpoint) = bind_at(pen, addresses, port, relay).await
    {
        return Ok(endpoint);
    }
    bind_at(pen, addresses, 0, relay).await
}

async fn bind_at(pen: &Pen, addresses: &[IpAddr], port: u16, relay: Option<&RelayUrl>) -> Result<Endpoint, Failure> {
    let mut net_report = NetReportConfig::minimal();
    // Without it the town's relay is not found from a network that lets no QUIC through.
    net_report.https_probes = relay.is_some();
    let mut builder = Endpoint::builder(presets::Minimal)
        .secret_key(SecretKey::from_bytes(&pen.secret))
        .alpns(vec![PROTOCOL.to_vec()])
        .relay_mode(relay.map_or(RelayMode::Disabled, |url| RelayMode::custom([url.clone()])))
        .clear_address_lookup()
        .portmapper_config(PortmapperConfig::Disabled)
        .net_report_config(net_report)
        .dns_resolver(DnsResolver::builder().with_system_defaults().disable_fallback().build())
        .transport_config(transport()?)
        .clear_ip_transports();
    let has_ipv4 = addresses.iter().any(IpAddr::is_ipv4);
    for address in addresses {
        // A laptop without IPv6 is no reason not to bind.
        let options = BindOpts::default().set_is_required(address.is_ipv4() || !has_ipv4);
        builder = builder.bind_addr_with_opts(SocketAddr::new(*address, port), options)?;
    }
    Ok(builder.bind().await?)
}

/// One stream in each connection, and no more bytes under way than [`WINDOW`].
fn transport() -> Result<QuicTransportConfig, Failure> {
    Ok(QuicTransportConfig::builder()
        .max_concurrent_bidi_streams(VarInt::from_u32(1))
        .max_concurrent_uni_streams(VarInt::from_u32(0))
        .datagram_receive_buffer_size(None)
        .stream_receive_window(VarInt::from_u32(WINDOW))
        .receive_window(VarInt::from_u32(WINDOW))
        .send_window(u64::from(WINDOW))
        .max_idle_timeout(Some(IDLE.try_into()?))
        .build())
}
