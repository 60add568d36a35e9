using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfluenceBoard.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClosingChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Surveys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Stances",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Rates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Places",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Parties",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Organisations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Moves",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Money",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Indicators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Engagements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Claims",
                type: "INTEGER",
                nullable: true);

            // Until now a version told by its end alone which change had closed it.
            foreach (var table in new[] { "Surveys", "Stances", "Sources", "Rates", "Places", "People", "Parties", "Organisations", "Moves", "Money", "Indicators", "Engagements", "Claims" })
                migrationBuilder.Sql($"UPDATE {table} SET ClosedById = (SELECT max(c.Id) FROM Changes c WHERE c.At = {table}.KnownTo) WHERE KnownTo < 253402300799999;");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_ClosedById",
                table: "Surveys",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Stances_ClosedById",
                table: "Stances",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Sources_ClosedById",
                table: "Sources",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Rates_ClosedById",
                table: "Rates",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Places_ClosedById",
                table: "Places",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_People_ClosedById",
                table: "People",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Parties_ClosedById",
                table: "Parties",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_ClosedById",
                table: "Organisations",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Moves_ClosedById",
                table: "Moves",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Money_ClosedById",
                table: "Money",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_ClosedById",
                table: "Indicators",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_ClosedById",
                table: "Engagements",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_ClosedById",
                table: "Claims",
                column: "ClosedById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Surveys_ClosedById",
                table: "Surveys");

            migrationBuilder.DropIndex(
                name: "IX_Stances_ClosedById",
                table: "Stances");

            migrationBuilder.DropIndex(
                name: "IX_Sources_ClosedById",
                table: "Sources");

            migrationBuilder.DropIndex(
                name: "IX_Rates_ClosedById",
                table: "Rates");

            migrationBuilder.DropIndex(
                name: "IX_Places_ClosedById",
                table: "Places");

            migrationBuilder.DropIndex(
                name: "IX_People_ClosedById",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Parties_ClosedById",
                table: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Organisations_ClosedById",
                table: "Organisations");

            migrationBuilder.DropIndex(
                name: "IX_Moves_ClosedById",
                table: "Moves");

            migrationBuilder.DropIndex(
                name: "IX_Money_ClosedById",
                table: "Money");

            migrationBuilder.DropIndex(
                name: "IX_Indicators_ClosedById",
                table: "Indicators");

            migrationBuilder.DropIndex(
                name: "IX_Engagements_ClosedById",
                table: "Engagements");

            migrationBuilder.DropIndex(
                name: "IX_Claims_ClosedById",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Surveys");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Stances");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Rates");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Places");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Parties");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Moves");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Money");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Engagements");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Claims");
        }
    }
}
