//! The module `Email` of cPanel API 2: a file a function.

pub mod addforward;
pub mod addmx;
pub mod addpop;
pub mod browseboxes;
pub mod changemx;
pub mod checkmaindiscard;
pub mod delmx;
pub mod delpop;
pub mod editquota;
pub mod fetchautoresponder;
pub mod fetchcharmaps;
pub mod filterlist;
pub mod getabsbrowsedir;
pub mod getalwaysaccept;
pub mod getdiskusage;
pub mod listaliasbackups;
pub mod listautoresponders;
pub mod listdefaultaddresses;
pub mod listforwards;
pub mod listlists;
pub mod listmaildomains;
pub mod listmxs;
pub mod listpops;
pub mod listpopswithdisk;
pub mod passwdpop;
pub mod setalwaysaccept;
pub mod setdefaultaddress;
pub mod setmxcheck;
pub mod storefilter;
pub mod tracefilter;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Email",
    functions: &[
        Entry::of::<addforward::Addforward>(),
        Entry::of::<addmx::Addmx>(),
        Entry::of::<addpop::Addpop>(),
        Entry::of::<browseboxes::Browseboxes>(),
        Entry::of::<changemx::Changemx>(),
        Entry::of::<checkmaindiscard::Checkmaindiscard>(),
        Entry::of::<delmx::Delmx>(),
        Entry::of::<delpop::Delpop>(),
        Entry::of::<editquota::Editquota>(),
        Entry::of::<fetchautoresponder::Fetchautoresponder>(),
        Entry::of::<fetchcharmaps::Fetchcharmaps>(),
        Entry::of::<filterlist::Filterlist>(),
        Entry::of::<getabsbrowsedir::Getabsbrowsedir>(),
        Entry::of::<getalwaysaccept::Getalwaysaccept>(),
        Entry::of::<getdiskusage::Getdiskusage>(),
        Entry::of::<listaliasbackups::Listaliasbackups>(),
        Entry::of::<listautoresponders::Listautoresponders>(),
        Entry::of::<listdefaultaddresses::Listdefaultaddresses>(),
        Entry::of::<listforwards::Listforwards>(),
        Entry::of::<listlists::Listlists>(),
        Entry::of::<listmaildomains::Listmaildomains>(),
        Entry::of::<listmxs::Listmxs>(),
        Entry::of::<listpops::Listpops>(),
        Entry::of::<listpopswithdisk::Listpopswithdisk>(),
        Entry::of::<passwdpop::Passwdpop>(),
        Entry::of::<setalwaysaccept::Setalwaysaccept>(),
        Entry::of::<setdefaultaddress::Setdefaultaddress>(),
        Entry::of::<setmxcheck::Setmxcheck>(),
        Entry::of::<storefilter::Storefilter>(),
        Entry::of::<tracefilter::Tracefilter>(),
    ],
};
