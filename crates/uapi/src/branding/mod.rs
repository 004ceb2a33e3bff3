//! The module `Branding` of UAPI: a file a function.

pub mod get_application_information;
pub mod get_applications;
pub mod get_available_applications;
pub mod get_information_for_applications;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Branding",
    functions: &[
        Entry::of::<get_application_information::GetApplicationInformation>(),
        Entry::of::<get_applications::GetApplications>(),
        Entry::of::<get_available_applications::GetAvailableApplications>(),
        Entry::of::<get_information_for_applications::GetInformationForApplications>(),
    ],
};
