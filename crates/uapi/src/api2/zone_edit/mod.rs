//! The module `ZoneEdit` of cPanel API 2: a file a function. Clients read its bytes, so rows have
//! their keys in this order, and numbers and texts as clients expect them.

pub mod add_zone_record;
pub mod edit_zone_record;
pub mod fetch_cpanel_generated_domains;
pub mod fetchzone;
pub mod fetchzone_records;
pub mod fetchzones;
pub mod remove_zone_record;
pub mod resetzone;

mod asked;
mod outcome;
mod rows;

use api::{Entry, Group, Needs};

/// What an account needs for all of them. Which types it may edit is decided with each record.
const NEEDS: Needs = Needs::Features(&["zoneedit", "simplezoneedit"]);

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "ZoneEdit",
    functions: &[
        Entry::of::<add_zone_record::AddZoneRecord>(),
        Entry::of::<edit_zone_record::EditZoneRecord>(),
        Entry::of::<fetch_cpanel_generated_domains::FetchCpanelGeneratedDomains>(),
        Entry::of::<fetchzone::Fetchzone>(),
        Entry::of::<fetchzone_records::FetchzoneRecords>(),
        Entry::of::<fetchzones::Fetchzones>(),
        Entry::of::<remove_zone_record::RemoveZoneRecord>(),
        Entry::of::<resetzone::Resetzone>(),
    ],
};
