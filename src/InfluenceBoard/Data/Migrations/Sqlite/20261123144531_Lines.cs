using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfluenceBoard.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Lines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Engagements_KnownTo_Latest_Earliest",
                table: "Engagements");

            migrationBuilder.CreateTable(
                name: "TraitSets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Towards = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Rungs = table.Column<string>(type: "TEXT", nullable: false),
                    Reliability = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraitSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EngagementLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EngagementId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    TraitSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Earliest = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Latest = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Middle = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Parties = table.Column<string>(type: "TEXT", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    Amounts = table.Column<int>(type: "INTEGER", nullable: false),
                    Usd = table.Column<double>(type: "REAL", nullable: true),
                    Sources = table.Column<int>(type: "INTEGER", nullable: false),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: true),
                    IsContested = table.Column<bool>(type: "INTEGER", nullable: false),
                    KnownFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownTo = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangeId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EngagementLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EngagementLines_TraitSets_TraitSetId",
                        column: x => x.TraitSetId,
                        principalTable: "TraitSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_ChangeId",
                table: "EngagementLines",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_ClosedById",
                table: "EngagementLines",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_Confidence_Latest_Earliest_EngagementId_TraitSetId",
                table: "EngagementLines",
                columns: new[] { "Confidence", "Latest", "Earliest", "EngagementId", "TraitSetId" },
                descending: new[] { false, true, true, false, false },
                filter: "\"KnownTo\" = 253402300799999");

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_Earliest_Latest_KnownTo_KnownFrom_TraitSetId",
                table: "EngagementLines",
                columns: new[] { "Earliest", "Latest", "KnownTo", "KnownFrom", "TraitSetId" });

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_EngagementId_KnownTo",
                table: "EngagementLines",
                columns: new[] { "EngagementId", "KnownTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_Latest_Earliest_EngagementId_KnownTo_KnownFrom_TraitSetId",
                table: "EngagementLines",
                columns: new[] { "Latest", "Earliest", "EngagementId", "KnownTo", "KnownFrom", "TraitSetId" },
                descending: new[] { true, true, false, false, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_Middle_Latest_EngagementId_KnownTo_KnownFrom_TraitSetId",
                table: "EngagementLines",
                columns: new[] { "Middle", "Latest", "EngagementId", "KnownTo", "KnownFrom", "TraitSetId" },
                descending: new[] { true, true, false, false, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_Sources_Latest_Earliest_EngagementId_TraitSetId",
                table: "EngagementLines",
                columns: new[] { "Sources", "Latest", "Earliest", "EngagementId", "TraitSetId" },
                descending: new[] { false, true, true, false, false },
                filter: "\"KnownTo\" = 253402300799999");

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_Title_Latest_Earliest_EngagementId_TraitSetId",
                table: "EngagementLines",
                columns: new[] { "Title", "Latest", "Earliest", "EngagementId", "TraitSetId" },
                descending: new[] { false, true, true, false, false },
                filter: "\"KnownTo\" = 253402300799999");

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_TraitSetId_Latest_Earliest_EngagementId_KnownTo_KnownFrom",
                table: "EngagementLines",
                columns: new[] { "TraitSetId", "Latest", "Earliest", "EngagementId", "KnownTo", "KnownFrom" },
                descending: new[] { false, true, true, false, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_EngagementLines_Usd_Latest_Earliest_EngagementId_TraitSetId",
                table: "EngagementLines",
                columns: new[] { "Usd", "Latest", "Earliest", "EngagementId", "TraitSetId" },
                descending: new[] { false, true, true, false, false },
                filter: "\"KnownTo\" = 253402300799999");

            migrationBuilder.CreateIndex(
                name: "IX_TraitSets_Key",
                table: "TraitSets",
                column: "Key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EngagementLines");

            migrationBuilder.DropTable(
                name: "TraitSets");

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_KnownTo_Latest_Earliest",
                table: "Engagements",
                columns: new[] { "KnownTo", "Latest", "Earliest" });
        }
    }
}
