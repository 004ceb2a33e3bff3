//! The module `DNSSEC` of UAPI: a file a function.

pub mod activate_zone_key;
pub mod add_zone_key;
pub mod deactivate_zone_key;
pub mod disable_dnssec;
pub mod enable_dnssec;
pub mod export_zone_dnskey;
pub mod export_zone_key;
pub mod fetch_ds_records;
pub mod import_zone_key;
pub mod remove_zone_key;
pub mod set_nsec3;
pub mod unset_nsec3;

mod outcome;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DNSSEC",
    functions: &[
        Entry::of::<activate_zone_key::ActivateZoneKey>(),
        Entry::of::<add_zone_key::AddZoneKey>(),
        Entry::of::<deactivate_zone_key::DeactivateZoneKey>(),
        Entry::of::<disable_dnssec::DisableDnssec>(),
        Entry::of::<enable_dnssec::EnableDnssec>(),
        Entry::of::<export_zone_dnskey::ExportZoneDnskey>(),
        Entry::of::<export_zone_key::ExportZoneKey>(),
        Entry::of::<fetch_ds_records::FetchDsRecords>(),
        Entry::of::<import_zone_key::ImportZoneKey>(),
        Entry::of::<remove_zone_key::RemoveZoneKey>(),
        Entry::of::<set_nsec3::SetNsec3>(),
        Entry::of::<unset_nsec3::UnsetNsec3>(),
    ],
};
