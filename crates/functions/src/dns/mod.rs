//! DNS: a file a function.

pub mod activate_zone_key;
pub mod add_zone_key;
pub mod adddns;
pub mod addzonerecord;
pub mod cluster_member_has_trust_with;
pub mod deactivate_zone_key;
pub mod disable_dnssec_for_domains;
pub mod dumpzone;
pub mod editzonerecord;
pub mod enable_dnssec_for_domains;
pub mod export_zone_dnskey;
pub mod export_zone_files;
pub mod export_zone_key;
pub mod fetch_ds_records_for_domains;
pub mod get_nameserver_config;
pub mod getzonerecord;
pub mod has_local_authority;
pub mod import_zone_key;
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
pub mod remove_zone_key;
pub mod removezonerecord;
pub mod resetzone;
pub mod resolvedomainname;
pub mod savemxs;
pub mod set_nameserver;
pub mod set_nsec3_for_domains;
pub mod set_up_dns_resolver_workarounds;
pub mod setresolvers;
pub mod unset_nsec3_for_domains;
pub mod update_nameservers_config;
pub mod update_reverse_dns_cache;

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
        Entry::of::<activate_zone_key::ActivateZoneKey>(),
        Entry::of::<add_zone_key::AddZoneKey>(),
        Entry::of::<cluster_member_has_trust_with::ClusterMemberHasTrustWith>(),
        Entry::of::<deactivate_zone_key::DeactivateZoneKey>(),
        Entry::of::<disable_dnssec_for_domains::DisableDnssecForDomains>(),
        Entry::of::<enable_dnssec_for_domains::EnableDnssecForDomains>(),
        Entry::of::<export_zone_dnskey::ExportZoneDnskey>(),
        Entry::of::<export_zone_files::ExportZoneFiles>(),
        Entry::of::<export_zone_key::ExportZoneKey>(),
        Entry::of::<fetch_ds_records_for_domains::FetchDsRecordsForDomains>(),
        Entry::of::<import_zone_key::ImportZoneKey>(),
        Entry::of::<is_alias_available::IsAliasAvailable>(),
        Entry::of::<is_https_available::IsHttpsAvailable>(),
        Entry::of::<is_svcb_available::IsSvcbAvailable>(),
        Entry::of::<mass_edit_dns_zone::MassEditDnsZone>(),
        Entry::of::<parse_dns_zone::ParseDnsZone>(),
        Entry::of::<remove_zone_key::RemoveZoneKey>(),
        Entry::of::<set_nameserver::SetNameserver>(),
        Entry::of::<set_nsec3_for_domains::SetNsec3ForDomains>(),
        Entry::of::<set_up_dns_resolver_workarounds::SetUpDnsResolverWorkarounds>(),
        Entry::of::<unset_nsec3_for_domains::UnsetNsec3ForDomains>(),
        Entry::of::<update_reverse_dns_cache::UpdateReverseDnsCache>(),
    ],
};
