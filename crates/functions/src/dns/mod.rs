//! DNS: a file a function.

pub mod adddns;
pub mod addzonerecord;
pub mod dumpzone;
pub mod editzonerecord;
pub mod export_zone_files;
pub mod get_nameserver_config;
pub mod getzonerecord;
pub mod has_local_authority;
pub mod is_alias_available;
pub mod is_https_available;
pub mod is_svcb_available;
pub mod killdns;
pub mod listmxs;
pub mod listzones;
pub mod lookupnsip;
pub mod lookupnsips;
pub mod mass_edit_dns_zone;
pub mod parse_dns_zone;
pub mod removezonerecord;
pub mod resetzone;
pub mod resolvedomainname;
pub mod savemxs;
pub mod setresolvers;
pub mod update_nameservers_config;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DNS",
    functions: &[
        Entry::of::<adddns::Adddns>(),
        Entry::of::<addzonerecord::Addzonerecord>(),
        Entry::of::<dumpzone::Dumpzone>(),
        Entry::of::<editzonerecord::Editzonerecord>(),
        Entry::of::<get_nameserver_config::GetNameserverConfig>(),
        Entry::of::<getzonerecord::Getzonerecord>(),
        Entry::of::<has_local_authority::HasLocalAuthority>(),
        Entry::of::<killdns::Killdns>(),
        Entry::of::<listmxs::Listmxs>(),
        Entry::of::<listzones::Listzones>(),
        Entry::of::<lookupnsip::Lookupnsip>(),
        Entry::of::<lookupnsips::Lookupnsips>(),
        Entry::of::<removezonerecord::Removezonerecord>(),
        Entry::of::<resetzone::Resetzone>(),
        Entry::of::<resolvedomainname::Resolvedomainname>(),
        Entry::of::<savemxs::Savemxs>(),
        Entry::of::<setresolvers::Setresolvers>(),
        Entry::of::<update_nameservers_config::UpdateNameserversConfig>(),
        Entry::of::<export_zone_files::ExportZoneFiles>(),
        Entry::of::<is_alias_available::IsAliasAvailable>(),
        Entry::of::<is_https_available::IsHttpsAvailable>(),
        Entry::of::<is_svcb_available::IsSvcbAvailable>(),
        Entry::of::<mass_edit_dns_zone::MassEditDnsZone>(),
        Entry::of::<parse_dns_zone::ParseDnsZone>(),
    ],
};
