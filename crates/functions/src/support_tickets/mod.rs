//! Support Tickets: a file a function.

pub mod ticket_create_stub_ticket;
pub mod ticket_get_support_agreement;
pub mod ticket_get_support_info;
pub mod ticket_grant;
pub mod ticket_list;
pub mod ticket_remove_closed;
pub mod ticket_revoke;
pub mod ticket_ssh_test;
pub mod ticket_ssh_test_start;
pub mod ticket_update_service_agreement_approval;
pub mod ticket_validate_oauth2_code;
pub mod ticket_whitelist_check;
pub mod ticket_whitelist_setup;
pub mod ticket_whitelist_unsetup;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Support Tickets",
    functions: &[
        Entry::of::<ticket_create_stub_ticket::TicketCreateStubTicket>(),
        Entry::of::<ticket_get_support_agreement::TicketGetSupportAgreement>(),
        Entry::of::<ticket_get_support_info::TicketGetSupportInfo>(),
        Entry::of::<ticket_grant::TicketGrant>(),
        Entry::of::<ticket_list::TicketList>(),
        Entry::of::<ticket_remove_closed::TicketRemoveClosed>(),
        Entry::of::<ticket_revoke::TicketRevoke>(),
        Entry::of::<ticket_ssh_test::TicketSshTest>(),
        Entry::of::<ticket_ssh_test_start::TicketSshTestStart>(),
        Entry::of::<ticket_update_service_agreement_approval::TicketUpdateServiceAgreementApproval>(
        ),
        Entry::of::<ticket_validate_oauth2_code::TicketValidateOauth2Code>(),
        Entry::of::<ticket_whitelist_check::TicketWhitelistCheck>(),
        Entry::of::<ticket_whitelist_setup::TicketWhitelistSetup>(),
        Entry::of::<ticket_whitelist_unsetup::TicketWhitelistUnsetup>(),
    ],
};
