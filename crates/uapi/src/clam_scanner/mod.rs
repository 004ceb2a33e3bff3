//! The module `ClamScanner` of UAPI: a file a function.

pub mod check_disinfection_status;
pub mod disinfect_files;
pub mod get_scan_paths;
pub mod get_scan_status;
pub mod list_infected_files;
pub mod start_scan;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "ClamScanner",
    functions: &[
        Entry::of::<check_disinfection_status::CheckDisinfectionStatus>(),
        Entry::of::<disinfect_files::DisinfectFiles>(),
        Entry::of::<get_scan_paths::GetScanPaths>(),
        Entry::of::<get_scan_status::GetScanStatus>(),
        Entry::of::<list_infected_files::ListInfectedFiles>(),
        Entry::of::<start_scan::StartScan>(),
    ],
};
