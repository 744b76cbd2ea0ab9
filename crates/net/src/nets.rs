//! The networks that this laptop is in.
//!
//! **Invariant:** an address counts as near only if it lies in one of them, so nobody on a network can make a laptop call beyond it.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use netwatch::interfaces::{IpNet, State};

/// Where others may call a laptop that is bound to a port, by the interfaces that are up now. Nothing is bound for it and nothing sent;
/// where the system does not tell, there are none.
pub fn own_addresses(port: u16) -> Vec<SocketAddr> {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return Vec::new() };
    let everywhere = [SocketAddr::new(Ipv4Addr::UNSPECIFIED.into(), port), SocketAddr::new(Ipv6Addr::UNSPECIFIED.into(), port)];
    runtime.block_on(Nets::of_this_laptop()).addresses(&everywhere)
}

/// One address of this laptop, and how many leading bits its network shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Net {
    address: IpAddr,
    bits: u8,
}

/// All networks that this laptop is in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Nets(BTreeSet<Net>);

impl Nets {
    /// Looks at the interfaces that are up.
    pub(crate) async fn of_this_laptop() -> Nets {
        let state = State::new().await;
        let nets = state.interfaces.values().filter(|interface| interface.is_up()).flat_map(|interface| interface.addrs());
        let nets = nets.map(|net| {
            let bits = match &net {
                IpNet::V4(net) => net.prefix_len(),
                IpNet::V6 { net, .. } => net.prefix_len(),
            };
            Net { address: net.addr(), bits }
        });
        Nets(nets.filter(|net| can_be_called(&net.address)).collect())
    }

    /// Where an endpoint can be called that is bound to these addresses.
    pub(crate) fn addresses(&self, bound: &[SocketAddr]) -> Vec<SocketAddr> {
        let mut all = BTreeSet::new();
        for socket in bound {
            if socket.ip().is_unspecified() {
                let same_family = self.0.iter().filter(|net| net.address.is_ipv4() == socket.is_ipv4());
                all.extend(same_family.map(|net| SocketAddr::new(net.address, socket.port())));
            } else {
                all.insert(*socket);
            }
        }
        all.into_iter().collect()
    }

    /// Whether an address lies in one of the networks.
    pub(crate) fn hold(&self, address: IpAddr) -> bool {
        self.0.iter().any(|net| net.holds(address))
    }
}

impl Net {
    fn holds(&self, address: IpAddr) -> bool {
        let (ours, theirs, width) = match (self.address, address) {
            (IpAddr::V4(ours), IpAddr::V4(theirs)) => (u128::from(u32::from(ours)), u128::from(u32::from(theirs)), 32),
            (IpAddr::V6(ours), IpAddr::V6(theirs)) => (u128::from(ours), u128::from(theirs), 128),
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => return false,
        };
        let differing = ours ^ theirs;
        differing.checked_shr(width - u32::from(self.bits)).unwrap_or(0) == 0
    }
}

/// The IPv4 addresses among some.
pub(crate) fn ipv4(addresses: &[SocketAddr]) -> Vec<Ipv4Addr> {
    addresses.iter().filter_map(|address| if let IpAddr::V4(ip) = address.ip() { Some(ip) } else { None }).collect()
}

/// Whether others may call an address without knowing an interface of theirs to call it through.
pub(crate) fn can_be_called(address: &IpAddr) -> bool {
    let needs_interface = matches!(address, IpAddr::V6(ip) if ip.is_unicast_link_local());
    !address.is_loopback() && !address.is_unspecified() && !address.is_multicast() && !needs_interface
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nets() -> Nets {
        let net = |address: &str, bits| Net { address: address.parse().unwrap(), bits };
        Nets([net("10.1.2.3", 24), net("192.168.7.9", 32), net("fd00:1::5", 64)].into())
    }

    #[test]
    fn only_what_lies_in_a_network_of_ours_is_near() {
        let near = |address: &str| nets().hold(address.parse().unwrap());
        assert!(near("10.1.2.250") && near("192.168.7.9") && near("fd00:1::ffff"));
        assert!(!near("10.1.3.1") && !near("192.168.7.8") && !near("fd00:2::1") && !near("8.8.8.8"));
    }

    #[test]
    fn an_endpoint_that_is_bound_everywhere_can_be_called_at_every_address_of_its_family() {
        let bound: Vec<SocketAddr> = vec!["0.0.0.0:4001".parse().unwrap(), "[::]:4002".parse().unwrap()];
        let addresses: Vec<String> = nets().addresses(&bound).iter().map(SocketAddr::to_string).collect();
        assert_eq!(addresses, ["10.1.2.3:4001", "192.168.7.9:4001", "[fd00:1::5]:4002"]);
        let bound: Vec<SocketAddr> = vec!["127.0.0.1:9".parse().unwrap()];
        assert_eq!(nets().addresses(&bound), bound);
    }
}
