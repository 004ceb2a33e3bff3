//! Packages, feature lists, and what features an account has. What a package is, who may use it and
//! what features there are is in `domain`.

pub mod _getpkgextensionform;
pub mod add_override_features_for_user;
pub mod addpkg;
pub mod addpkgext;
pub mod changepackage;
pub mod create_featurelist;
pub mod delete_featurelist;
pub mod delpkgext;
pub mod editpkg;
pub mod get_available_applications;
pub mod get_available_featurelists;
pub mod get_feature_metadata;
pub mod get_feature_names;
pub mod get_featurelist_data;
pub mod get_featurelists;
pub mod get_users_features_settings;
pub mod getfeaturelist;
pub mod getpkginfo;
pub mod killpkg;
pub mod listpkgs;
pub mod manage_features;
pub mod matchpkgs;
pub mod read_featurelist;
pub mod remove_override_features_for_user;
pub mod update_featurelist;
pub mod verify_user_has_feature;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Packages",
    functions: &[
        Entry::of::<_getpkgextensionform::GetPkgExtensionForm>(),
        Entry::of::<add_override_features_for_user::AddOverrideFeaturesForUser>(),
        Entry::of::<addpkg::AddPkg>(),
        Entry::of::<addpkgext::AddPkgExt>(),
        Entry::of::<changepackage::ChangePackage>(),
        Entry::of::<create_featurelist::CreateFeatureList>(),
        Entry::of::<delete_featurelist::DeleteFeatureList>(),
        Entry::of::<delpkgext::DelPkgExt>(),
        Entry::of::<editpkg::EditPkg>(),
        Entry::of::<get_available_applications::GetAvailableApplications>(),
        Entry::of::<get_available_featurelists::GetAvailableFeatureLists>(),
        Entry::of::<get_feature_metadata::GetFeatureMetadata>(),
        Entry::of::<get_feature_names::GetFeatureNames>(),
        Entry::of::<get_featurelist_data::GetFeatureListData>(),
        Entry::of::<get_featurelists::GetFeatureLists>(),
        Entry::of::<get_users_features_settings::GetUsersFeaturesSettings>(),
        Entry::of::<getfeaturelist::GetFeatureListNames>(),
        Entry::of::<getpkginfo::GetPkgInfo>(),
        Entry::of::<killpkg::KillPkg>(),
        Entry::of::<listpkgs::ListPkgs>(),
        Entry::of::<manage_features::ManageFeatures>(),
        Entry::of::<matchpkgs::MatchPkgs>(),
        Entry::of::<read_featurelist::ReadFeatureList>(),
        Entry::of::<remove_override_features_for_user::RemoveOverrideFeaturesForUser>(),
        Entry::of::<update_featurelist::UpdateFeatureList>(),
        Entry::of::<verify_user_has_feature::VerifyUserHasFeature>(),
    ],
};
