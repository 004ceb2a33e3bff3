//! The module `MysqlFE` of cPanel API 2: a file a function.

pub mod authorizehost;
pub mod changedbuserpassword;
pub mod createdb;
pub mod createdbuser;
pub mod dbuserexists;
pub mod deauthorizehost;
pub mod deletedb;
pub mod deletedbuser;
pub mod getdbuserprivileges;
pub mod getdbusers;
pub mod listdbs;
pub mod listusers;
pub mod setdbuserprivileges;
pub mod userdbprivs;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "MysqlFE",
    functions: &[
        Entry::of::<authorizehost::AuthorizeHost>(),
        Entry::of::<changedbuserpassword::ChangeDbUserPassword>(),
        Entry::of::<createdb::CreateDb>(),
        Entry::of::<createdbuser::CreateDbUser>(),
        Entry::of::<dbuserexists::DbUserExists>(),
        Entry::of::<deauthorizehost::DeauthorizeHost>(),
        Entry::of::<deletedb::DeleteDb>(),
        Entry::of::<deletedbuser::DeleteDbUser>(),
        Entry::of::<getdbuserprivileges::GetDbUserPrivileges>(),
        Entry::of::<getdbusers::GetDbUsers>(),
        Entry::of::<listdbs::ListDbs>(),
        Entry::of::<listusers::ListUsers>(),
        Entry::of::<setdbuserprivileges::SetDbUserPrivileges>(),
        Entry::of::<userdbprivs::UserDbPrivs>(),
    ],
};
