//! Addresses with ports, in as few letters as they need.
//!
//! **Invariant:** what is no address with a port is left out, and of many only the first few are kept.

use core::net::{IpAddr, SocketAddr};

use super::fields::{Fields, Out};
use super::kinds::ADDRESS;

/// The most addresses that a code carries.
const MOST: usize = 8;

/// Addresses as codes carry them: the first few that are any.
pub(crate) fn addresses(given: &[String]) -> Vec<String> {
    given.iter().filter_map(|address| address.parse::<SocketAddr>().ok()).take(MOST).map(|address| address.to_string()).collect()
}

pub(super) fn put_addresses(out: &mut Out, given: &[String]) {
    for address in given.iter().filter_map(|address| address.parse::<SocketAddr>().ok()) {
        let ip = match address.ip() {
            IpAddr::V4(ip) => ip.octets().to_vec(),
            IpAddr::V6(ip) => ip.octets().to_vec(),
        };
        out.put(ADDRESS, &[ip, address.port().to_be_bytes().to_vec()].concat());
    }
}

pub(super) fn take_addresses(fields: &Fields<'_>) -> Vec<String> {
    let address = |bytes: &[u8]| {
        let (ip, port) = bytes.split_last_chunk::<2>()?;
        let ip = <[u8; 4]>::try_from(ip).map(IpAddr::from).or_else(|_| <[u8; 16]>::try_from(ip).map(IpAddr::from)).ok()?;
        Some(SocketAddr::new(ip, u16::from_be_bytes(*port)).to_string())
    };
    fields.all(ADDRESS).filter_map(address).take(MOST).collect()
}
